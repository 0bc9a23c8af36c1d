import type { Rows } from '../../../engine/ports/rows.ts'
import { candidateChange, candidateRows, NO_DUE_DATE } from '../candidates.ts'
import type { SqliteRows } from './sqlite-rows.ts'

type Task = Rows['tasks']

const INSERT = 'INSERT INTO task_candidates (task, candidate, due_at) VALUES (?, ?, ?)'
const REMOVE = 'DELETE FROM task_candidates WHERE task = ?'
const MOVE = 'UPDATE task_candidates SET due_at = ? WHERE task = ?'

/** Keeps `task_candidates` in step with a task that was just inserted. */
export function candidatesInserted(rows: SqliteRows, task: Task): void {
  for (const { candidate, dueAt } of candidateRows(task)) rows.run(INSERT, [task.key, candidate, dueAt])
}

/** … updated: `rows` already has the new task. */
export function candidatesUpdated(rows: SqliteRows, key: Task['key'], changes: Partial<Task>): void {
  const change = candidateChange(changes)
  if (change === 'due date') rows.run(MOVE, [changes.dueAt ?? NO_DUE_DATE, key])
  if (change === 'remove' || change === 'rebuild') rows.run(REMOVE, [key])
  const task = change === 'rebuild' ? rows.get('tasks', key) : undefined
  if (task) candidatesInserted(rows, task)
}

/** … deleted. */
export function candidatesDeleted(rows: SqliteRows, key: Task['key']): void {
  rows.run(REMOVE, [key])
}
