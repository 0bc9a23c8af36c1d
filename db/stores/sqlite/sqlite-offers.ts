import type { Rows } from '../../../engine/ports/rows.ts'
import type { CountChanges } from '../offers/count-changes.ts'
import { isSameOffer, type Offer, type OfferTask, offerOf, touchesOffer } from '../offers/offer.ts'
import type { Pool } from '../offers/pool.ts'
import type { SqliteRows } from './sqlite-rows.ts'

type Task = Rows['tasks']

const INSERT =
  'INSERT INTO task_offers (candidate, taken, due_at, task, definition, pool) VALUES (?, ?, ?, ?, ?, ?)'
const REMOVE = 'DELETE FROM task_offers WHERE candidate = ? AND taken = ? AND due_at = ? AND task = ?'

/** The task as it is before an update that may change its offer. */
export const offeredBefore = (
  rows: SqliteRows,
  key: Task['key'],
  changes: Partial<Task>,
): OfferTask | undefined => (touchesOffer(changes) ? rows.offerTask(key) : undefined)

/** Brings the offers of a task from what it was to what it is; `undefined` where there is none. */
export function changeOffer(
  rows: SqliteRows,
  counts: CountChanges,
  was: OfferTask | undefined,
  is: OfferTask | undefined,
): void {
  const before = was ? offerOf(was) : null
  const after = is ? offerOf(is) : null
  if (before && after && isSameOffer(before, after)) return
  if (before) remove(rows, before)
  if (after) add(rows, after)
  if (before) counts.add(before, -1)
  if (after) counts.add(after, 1)
}

/** The task has ended, and is given as it was but for its state. If it had ended before, there is no offer to remove. */
export function endOffer(rows: SqliteRows, counts: CountChanges, task: OfferTask): void {
  const offer = offerOf({ ...task, state: 'CREATED' })
  if (offer && remove(rows, offer) > 0) counts.add(offer, -1)
}

function add(rows: SqliteRows, { pool, taken, dueAt, task, definition }: Offer): void {
  for (const candidate of pool.candidates)
    rows.run(INSERT, [candidate, taken, dueAt, task, definition, pool.id])
}

/** Returns the number of rows that were there. */
function remove(rows: SqliteRows, { pool, taken, dueAt, task }: Offer): number {
  let removed = 0
  for (const candidate of pool.candidates) removed += rows.run(REMOVE, [candidate, taken, dueAt, task])
  return removed
}

const BY_DAY =
  'INSERT INTO task_counts_by_day (pool, day, slot, open) VALUES (?, ?, ?, ?) ' +
  'ON CONFLICT DO UPDATE SET open = open + excluded.open'
const BY_ELEMENT =
  'INSERT INTO task_counts_by_element (pool, definition, element_id, slot, open) VALUES (?, ?, ?, ?, ?) ' +
  'ON CONFLICT DO UPDATE SET open = open + excluded.open'
const MEMBER = 'INSERT OR IGNORE INTO task_pools (candidate, pool) VALUES (?, ?)'

/** Writes what a batch did to the counts, once before its commit. `pools`: those not written yet. */
export function writeCounts(rows: SqliteRows, counts: CountChanges, pools: readonly Pool[]): void {
  for (const { pool, day, slot, change } of counts.byDay) rows.run(BY_DAY, [pool, day, slot, change])
  for (const { pool, definition, elementId, slot, change } of counts.byElement)
    rows.run(BY_ELEMENT, [pool, definition, elementId, slot, change])
  for (const { id, candidates } of pools)
    for (const candidate of candidates) rows.run(MEMBER, [candidate, id])
}
