import mysql from 'mysql2'
import type { Rows } from '../../../engine/ports/rows.ts'
import { candidateChange, candidateRows, NO_DUE_DATE } from '../candidates.ts'
import type { PendingWrite } from './pending-writes.ts'
import type { Statement } from './write-sql.ts'

type Task = Rows['tasks']

/** Keeps `task_candidates` in step with the tasks among the writes; they have been sent before these. */
export function candidateStatements(writes: readonly PendingWrite[]): Statement[] {
  const tasks = writes.filter((write) => write.table === 'tasks')
  const gone: number[] = []
  const rebuilt: number[] = []
  const moved: Statement[] = []
  const inserted: Task[] = []
  for (const write of tasks) {
    if (write.kind === 'delete' || write.kind === 'replace') gone.push(write.key)
    // The table says what the cells are.
    if (write.kind === 'insert' || write.kind === 'replace') inserted.push(write.row as unknown as Task)
    if (write.kind !== 'update') continue
    const changes = write.changes as unknown as Partial<Task>
    const change = candidateChange(changes)
    if (change === 'remove' || change === 'rebuild') gone.push(write.key)
    if (change === 'rebuild') rebuilt.push(write.key)
    if (change === 'due date') moved.push(moveSql(write.key, changes.dueAt ?? NO_DUE_DATE))
  }
  return [...removeSql(gone), ...moved, ...rebuilt.map(rebuildSql), ...insertSql(inserted)]
}

const removeSql = (tasks: readonly number[]): Statement[] =>
  tasks.length === 0 ? [] : [{ sql: `DELETE FROM task_candidates WHERE task IN (${tasks.join(', ')})` }]

const moveSql = (task: number, dueAt: number): Statement => ({
  sql: `UPDATE task_candidates SET due_at = ${dueAt} WHERE task = ${task}`,
})

function insertSql(tasks: readonly Task[]): Statement[] {
  const rows = tasks
    .flatMap(candidateRows)
    .map(({ task, candidate, dueAt }) => `(${task}, ${mysql.escape(candidate)}, ${dueAt})`)
  return rows.length === 0
    ? []
    : [{ sql: `INSERT INTO task_candidates (task, candidate, due_at) VALUES ${rows.join(', ')}` }]
}

/** Reads the task inside the database, which saves a round trip; says the same as `candidateOf`. */
function rebuildSql(task: number): Statement {
  const from = (column: string, candidate: string) =>
    `SELECT t.\`key\`, ${candidate}, COALESCE(t.due_at, ${NO_DUE_DATE}) FROM tasks t, ` +
    `JSON_TABLE(t.${column}, '$[*]' COLUMNS (id VARCHAR(250) PATH '$')) c WHERE t.\`key\` = ${task} AND t.state = 'CREATED'`
  const group = "IF(c.id LIKE 'user:%' OR c.id LIKE 'group:%', CONCAT('group:', c.id), c.id)"
  return {
    sql:
      'INSERT IGNORE INTO task_candidates (task, candidate, due_at) ' +
      `${from('candidate_groups', group)} UNION ${from('candidate_users', "CONCAT('user:', c.id)")}`,
  }
}
