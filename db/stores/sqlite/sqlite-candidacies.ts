import type { Rows } from '../../../engine/ports/rows.ts'
import {
  type Candidacy,
  type CandidacyTask,
  candidacyOf,
  isSameCandidacy,
  takenOf,
  touchesCandidacy,
} from '../candidacies/candidacy.ts'
import type { CountChanges } from '../candidacies/count-changes.ts'
import type { Pool } from '../candidacies/pool.ts'
import { CANDIDACIES, type SqliteRows } from './sqlite-rows.ts'

type Task = Rows['tasks']

const INSERT = `INSERT INTO ${CANDIDACIES} (candidate, taken, due_at, task, definition, pool, follow_up_at)`
const REMOVE = 'DELETE FROM task_candidacies WHERE candidate = ? AND taken = ? AND due_at = ? AND task = ?'

/** The task as it is before an update that may change its candidacy. */
export const offeredBefore = (
  rows: SqliteRows,
  key: Task['key'],
  changes: Partial<Task>,
): CandidacyTask | undefined => (touchesCandidacy(changes) ? rows.candidacyTask(key) : undefined)

/** Brings the candidacies of a task from what it was to what it is; `undefined` where there is none. */
export function changeCandidacy(
  rows: SqliteRows,
  counts: CountChanges,
  was: CandidacyTask | undefined,
  is: CandidacyTask | undefined,
): void {
  const before = was ? candidacyOf(was) : null
  const after = is ? candidacyOf(is) : null
  if (before && after && isSameCandidacy(before, after)) return
  if (before) remove(rows, before)
  if (after) add(rows, after)
  if (before) counts.add(before, -1)
  if (after) counts.add(after, 1)
}

function add(rows: SqliteRows, candidacy: Candidacy): void {
  const { pool, dueAt, task, definition, followUpAt } = candidacy
  for (const candidate of pool.candidates)
    rows.insertInto(CANDIDACIES, INSERT, task, [
      candidate,
      takenOf(candidacy),
      dueAt,
      task,
      definition,
      pool.id,
      followUpAt,
    ])
}

function remove(rows: SqliteRows, candidacy: Candidacy): void {
  const { pool, dueAt, task } = candidacy
  for (const candidate of pool.candidates) rows.run(REMOVE, [candidate, takenOf(candidacy), dueAt, task])
}

const BY_POOL =
  'INSERT INTO task_counts_by_pool (pool, slot, open) VALUES (?, ?, ?) ' +
  'ON CONFLICT DO UPDATE SET open = open + excluded.open'
const BY_DAY =
  'INSERT INTO task_counts_by_day (pool, day, slot, open) VALUES (?, ?, ?, ?) ' +
  'ON CONFLICT DO UPDATE SET open = open + excluded.open'
const BY_ELEMENT =
  'INSERT INTO task_counts_by_element (pool, definition, element_id, slot, open) VALUES (?, ?, ?, ?, ?) ' +
  'ON CONFLICT DO UPDATE SET open = open + excluded.open'
const MEMBER = 'INSERT OR IGNORE INTO task_pools (candidate, pool) VALUES (?, ?)'

/** Writes what a batch did to the counts, once before its commit. `pools`: those not written yet. */
export function writeCounts(rows: SqliteRows, counts: CountChanges, pools: readonly Pool[]): void {
  for (const { pool, slot, change } of counts.byPool) rows.run(BY_POOL, [pool, slot, change])
  for (const { pool, day, slot, change } of counts.byDay) rows.run(BY_DAY, [pool, day, slot, change])
  for (const { pool, definition, elementId, slot, change } of counts.byElement)
    rows.run(BY_ELEMENT, [pool, definition, elementId, slot, change])
  for (const { id, candidates } of pools)
    for (const candidate of candidates) rows.run(MEMBER, [candidate, id])
}
