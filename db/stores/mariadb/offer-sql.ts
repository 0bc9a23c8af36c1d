import mysql from 'mysql2'
import type { Key, Rows } from '../../../engine/ports/rows.ts'
import { CountChanges } from '../offers/count-changes.ts'
import { type Offer, type OfferTask, offerOf, touchesOffer } from '../offers/offer.ts'
import type { Pool } from '../offers/pool.ts'
import { insertCountsSql, SLOTS } from './count-sql.ts'
import type { PendingWrite } from './pending-writes.ts'
import type { Statement } from './write-sql.ts'

type Task = Rows['tasks']

/** What writes mean for the offers of their tasks. */
export interface OfferChanges {
  /** Tasks whose offers go, or become others. */
  readonly gone: readonly Key[]
  /** Tasks that keep their candidates, but are due otherwise, or were given to somebody or taken from them. */
  readonly moved: readonly Key[]
  /** Offers that come. */
  readonly come: readonly Offer[]
}

/** Tasks that get other candidates: what they are else has to be known before. */
export const rebuiltTasks = (writes: readonly PendingWrite[]): Key[] =>
  writes
    .filter((write) => write.kind === 'update' && write.table === 'tasks' && isRebuilt(write.changes))
    .map(({ key }) => key)

const isRebuilt = (changes: Partial<Task>): boolean =>
  changes.candidateGroups !== undefined || changes.candidateUsers !== undefined || changes.state === 'CREATED'

/** `before`: the tasks of `rebuiltTasks` as they are in the database. */
export function offerChanges(
  writes: readonly PendingWrite[],
  before: ReadonlyMap<Key, OfferTask>,
): OfferChanges {
  const gone: Key[] = []
  const moved: Key[] = []
  const come: Offer[] = []
  const comes = (task: OfferTask) => {
    const offer = offerOf(task)
    if (offer) come.push(offer)
  }
  for (const write of writes) {
    if (write.table !== 'tasks') continue
    if (write.kind !== 'insert') {
      // The table says what the cells are.
      const changes = write.kind === 'update' ? (write.changes as unknown as Partial<Task>) : {}
      if (write.kind !== 'update' || isRebuilt(changes) || changes.state !== undefined) gone.push(write.key)
      else if (touchesOffer(changes)) moved.push(write.key)
      const was = before.get(write.key)
      if (was && isRebuilt(changes)) comes({ ...was, ...changes })
    }
    if (write.kind === 'insert' || write.kind === 'replace') comes(write.row as unknown as Task) // as above
  }
  return { gone, moved, come }
}

/** To be sent before the tasks themselves change: what was counted is counted no more, what comes is. */
export function countsBeforeSql({ gone, moved, come }: OfferChanges, newPools: readonly Pool[]): Statement[] {
  const counts = new CountChanges(SLOTS)
  for (const offer of come) counts.add(offer, 1)
  return [...membersSql(newPools), ...insertCountsSql(counts, [...gone, ...moved], -1)]
}

/** To be sent after them. */
export function offersSql({ gone, moved, come }: OfferChanges): Statement[] {
  return [
    ...removeSql(gone),
    ...moveSql(moved),
    ...insertSql(come),
    ...insertCountsSql(new CountChanges(SLOTS), moved, 1),
  ]
}

function membersSql(pools: readonly Pool[]): Statement[] {
  const rows = pools.flatMap(({ id, candidates }) =>
    candidates.map((candidate) => `(${mysql.escape(candidate)}, ${id})`),
  )
  if (rows.length === 0) return []
  return [{ sql: `INSERT IGNORE INTO task_pools (candidate, pool) VALUES ${rows.join(', ')}` }]
}

const removeSql = (tasks: readonly Key[]): Statement[] =>
  tasks.length === 0 ? [] : [{ sql: `DELETE FROM task_offers WHERE task IN (${tasks.join(', ')})` }]

/** Reads the tasks inside the database, which saves a round trip. */
const moveSql = (tasks: readonly Key[]): Statement[] =>
  tasks.length === 0
    ? []
    : [
        {
          sql:
            'UPDATE task_offers o JOIN tasks t ON t.`key` = o.task' +
            ' SET o.taken = t.assignee IS NOT NULL, o.due_at = COALESCE(t.due_at, ' +
            `${Number.MAX_SAFE_INTEGER}), o.definition = t.definition WHERE o.task IN (${tasks.join(', ')})`,
        },
      ]

function insertSql(offers: readonly Offer[]): Statement[] {
  const rows = offers.flatMap(({ pool, taken, dueAt, task, definition }) =>
    pool.candidates.map(
      (candidate) => `(${mysql.escape(candidate)}, ${taken}, ${dueAt}, ${task}, ${definition}, ${pool.id})`,
    ),
  )
  if (rows.length === 0) return []
  const into = 'INSERT INTO task_offers (candidate, taken, due_at, task, definition, pool)'
  return [{ sql: `${into} VALUES ${rows.join(', ')}` }]
}
