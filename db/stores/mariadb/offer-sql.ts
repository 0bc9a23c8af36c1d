import mysql from 'mysql2'
import type { Key, Rows } from '../../../engine/ports/rows.ts'
import { NO_DUE_DATE } from '../offers/candidates.ts'
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
  /** Of those that moved and were known before: what they have become. */
  readonly became: readonly Offer[]
  /** What is known to change in the counts; the rest is counted in the database. */
  readonly counts: CountChanges
  /** Gone and moved ones that were not known before. */
  readonly unknownGone: readonly Key[]
  readonly unknownMoved: readonly Key[]
}

/** Tasks that get other candidates: what they are else has to be known before. */
export const rebuiltTasks = (writes: readonly PendingWrite[]): Key[] =>
  writes
    .filter((write) => write.kind === 'update' && write.table === 'tasks' && isRebuilt(write.changes))
    .map(({ key }) => key)

const isRebuilt = (changes: Partial<Task>): boolean =>
  changes.candidateGroups !== undefined || changes.candidateUsers !== undefined || changes.state === 'CREATED'

/**
 * @param known offers as they are before the writes, as far as known
 * @param before the tasks of `rebuiltTasks` as they are in the database
 */
export function offerChanges(
  writes: readonly PendingWrite[],
  known: ReadonlyMap<Key, Offer>,
  before: ReadonlyMap<Key, OfferTask>,
): OfferChanges {
  const gone: Key[] = []
  const moved: Key[] = []
  const come: Offer[] = []
  const became: Offer[] = []
  for (const write of writes) {
    if (write.table !== 'tasks') continue
    // The table says what the cells are.
    const changes = write.kind === 'update' ? (write.changes as unknown as Partial<Task>) : {}
    const was = known.get(write.key)
    if (write.kind === 'update' && isMove(changes)) {
      moved.push(write.key)
      if (was) became.push(movedOffer(was, changes))
      continue
    }
    if (write.kind !== 'insert' && (write.kind !== 'update' || touchesOffer(changes))) gone.push(write.key)
    const after = taskAfter(write, before)
    const offer = after && offerOf(after)
    if (offer) come.push(offer)
  }
  return { gone, moved, come, became, ...counted({ gone, moved, come, became }, known) }
}

const isMove = (changes: Partial<Task>): boolean =>
  touchesOffer(changes) && changes.state === undefined && !isRebuilt(changes)

/** A task that may be offered after the write, where the offer is not the old one. */
function taskAfter(write: PendingWrite, before: ReadonlyMap<Key, OfferTask>): OfferTask | undefined {
  if (write.kind === 'delete') return undefined
  if (write.kind !== 'update') return write.row as unknown as Task // a write of the table of tasks
  const was = before.get(write.key)
  return was && { ...was, ...(write.changes as unknown as Partial<Task>) } // as above
}

const movedOffer = (was: Offer, { assignee, dueAt, definition, elementId }: Partial<Task>): Offer => ({
  ...was,
  ...(assignee !== undefined && { taken: assignee === null ? 0 : 1 }),
  ...(dueAt !== undefined && { dueAt: dueAt ?? NO_DUE_DATE }),
  ...(definition !== undefined && { definition }),
  ...(elementId !== undefined && { elementId }),
})

function counted(
  { gone, moved, come, became }: Pick<OfferChanges, 'gone' | 'moved' | 'come' | 'became'>,
  known: ReadonlyMap<Key, Offer>,
): Pick<OfferChanges, 'counts' | 'unknownGone' | 'unknownMoved'> {
  const counts = new CountChanges(SLOTS)
  for (const task of [...gone, ...moved]) {
    const was = known.get(task)
    if (was) counts.add(was, -1)
  }
  for (const offer of [...come, ...became]) counts.add(offer, 1)
  const isUnknown = (task: Key) => !known.has(task)
  return { counts, unknownGone: gone.filter(isUnknown), unknownMoved: moved.filter(isUnknown) }
}

/** To be sent before the tasks themselves change: what was counted is counted no more, what comes is. */
export function countsBeforeSql(changes: OfferChanges, newPools: readonly Pool[]): Statement[] {
  const { counts, unknownGone, unknownMoved } = changes
  return [...membersSql(newPools), ...insertCountsSql(counts, [...unknownGone, ...unknownMoved], -1)]
}

/** To be sent after them. */
export function offersSql({ gone, moved, come, unknownMoved }: OfferChanges): Statement[] {
  return [
    ...removeSql(gone),
    ...moveSql(moved),
    ...insertSql(come),
    ...insertCountsSql(new CountChanges(SLOTS), unknownMoved, 1),
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
            `${NO_DUE_DATE}), o.definition = t.definition WHERE o.task IN (${tasks.join(', ')})`,
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
