import type { Key, Rows } from '../../../engine/ports/rows.ts'
import {
  type Candidacy,
  type CandidacyTask,
  candidacyOf,
  isWithheld,
  takenOf,
  touchesCandidacy,
  WITHHOLDING,
} from '../candidacies/candidacy.ts'
import { NO_DUE_DATE } from '../candidacies/candidates.ts'
import { CountChanges } from '../candidacies/count-changes.ts'
import type { Pool } from '../candidacies/pool.ts'
import { insertCountsSql, SLOTS } from './count-sql.ts'
import type { PendingWrite } from './pending-writes.ts'
import { filled, places, rowsOfPlaces, type Statement, shapesByRows, statement } from './statement.ts'

type Task = Rows['tasks']

/** What writes mean for the candidacies of their tasks. */
export interface CandidacyChanges {
  /** Tasks whose candidacies go, or become others. */
  readonly gone: readonly Key[]
  /** Tasks that keep their candidates, but are due otherwise, or were given to somebody or taken from them. */
  readonly moved: readonly Key[]
  /** Candidacies that come. */
  readonly come: readonly Candidacy[]
  /** Of those that moved and were known before: what they have become. */
  readonly became: readonly Candidacy[]
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
 * @param known candidacies as they are before the writes, as far as known
 * @param before the tasks of `rebuiltTasks` as they are in the database
 */
export function candidacyChanges(
  writes: readonly PendingWrite[],
  known: ReadonlyMap<Key, Candidacy>,
  before: ReadonlyMap<Key, CandidacyTask>,
): CandidacyChanges {
  const gone: Key[] = []
  const moved: Key[] = []
  const come: Candidacy[] = []
  const became: Candidacy[] = []
  for (const write of writes) {
    if (write.table !== 'tasks') continue
    // The table says what the cells are.
    const changes = write.kind === 'update' ? (write.changes as unknown as Partial<Task>) : {}
    const was = known.get(write.key)
    if (write.kind === 'update' && isMove(changes)) {
      moved.push(write.key)
      if (was) became.push(movedCandidacy(was, changes))
      continue
    }
    if (write.kind !== 'insert' && (write.kind !== 'update' || touchesCandidacy(changes)))
      gone.push(write.key)
    const after = taskAfter(write, before)
    const candidacy = after && candidacyOf(after)
    if (candidacy) come.push(candidacy)
  }
  return { gone, moved, come, became, ...counted({ gone, moved, come, became }, known) }
}

const isMove = (changes: Partial<Task>): boolean =>
  touchesCandidacy(changes) && changes.state === undefined && !isRebuilt(changes)

/** A task that may be offered after the write, where the candidacy is not the old one. */
function taskAfter(write: PendingWrite, before: ReadonlyMap<Key, CandidacyTask>): CandidacyTask | undefined {
  if (write.kind === 'delete') return undefined
  if (write.kind !== 'update') return write.row as unknown as Task // a write of the table of tasks
  const was = before.get(write.key)
  return was && { ...was, ...(write.changes as unknown as Partial<Task>) } // as above
}

function movedCandidacy(was: Candidacy, changes: Partial<Task>): Candidacy {
  const { assignee, transition, dueAt, followUpAt, definition, elementId } = changes
  return {
    ...was,
    ...(assignee !== undefined && { isAssigned: assignee !== null }),
    ...(transition !== undefined && { isWithheld: isWithheld(transition) }),
    ...(dueAt !== undefined && { dueAt: dueAt ?? NO_DUE_DATE }),
    ...(followUpAt !== undefined && { followUpAt: followUpAt ?? 0 }),
    ...(definition !== undefined && { definition }),
    ...(elementId !== undefined && { elementId }),
  }
}

function counted(
  { gone, moved, come, became }: Pick<CandidacyChanges, 'gone' | 'moved' | 'come' | 'became'>,
  known: ReadonlyMap<Key, Candidacy>,
): Pick<CandidacyChanges, 'counts' | 'unknownGone' | 'unknownMoved'> {
  const counts = new CountChanges(SLOTS)
  for (const task of [...gone, ...moved]) {
    const was = known.get(task)
    if (was) counts.add(was, -1)
  }
  for (const candidacy of [...come, ...became]) counts.add(candidacy, 1)
  const isUnknown = (task: Key) => !known.has(task)
  return { counts, unknownGone: gone.filter(isUnknown), unknownMoved: moved.filter(isUnknown) }
}

/** To be sent before the tasks themselves change: what was counted is counted no more, what comes is. */
export function countsBeforeSql(changes: CandidacyChanges, newPools: readonly Pool[]): Statement[] {
  const { counts, unknownGone, unknownMoved } = changes
  return [...membersSql(newPools), ...insertCountsSql(counts, [...unknownGone, ...unknownMoved], -1)]
}

/** To be sent after them. */
export function candidaciesSql({ gone, moved, come, unknownMoved }: CandidacyChanges): Statement[] {
  return [...removeSql(gone), ...moveSql(moved), ...insertSql(come), ...countedMovedSql(unknownMoved)]
}

const countedMovedSql = (moved: readonly Key[]): Statement[] =>
  moved.length === 0 ? [] : insertCountsSql(new CountChanges(SLOTS), moved, 1)

function membersSql(pools: readonly Pool[]): Statement[] {
  const rows = pools.flatMap(({ id, candidates }) => candidates.map((candidate) => [candidate, id]))
  if (rows.length === 0) return []
  const text = `INSERT IGNORE INTO task_pools (candidate, pool) VALUES ${rowsOfPlaces(rows.length, 2)}`
  return [statement(text, rows.flat())]
}

const removeSql = (tasks: readonly Key[]): Statement[] =>
  tasks.length === 0 ? [] : [filled(removal(tasks.length), tasks)]

const removal = shapesByRows((tasks) => `DELETE FROM task_candidacies WHERE task IN (${places(tasks)})`, 1)

/** Reads the tasks inside the database, which saves a round trip. */
const moveSql = (tasks: readonly Key[]): Statement[] =>
  tasks.length === 0
    ? []
    : [
        statement(
          'UPDATE task_candidacies o JOIN tasks t ON t.`key` = o.task' +
            ` SET o.taken = t.assignee IS NOT NULL OR t.transition IN ('${WITHHOLDING.join("', '")}'),` +
            ` o.due_at = COALESCE(t.due_at, ${NO_DUE_DATE}), o.follow_up_at = COALESCE(t.follow_up_at, 0),` +
            ` o.definition = t.definition WHERE o.task IN (${places(tasks.length)})`,
          tasks,
        ),
      ]

const COLUMNS = ['candidate', 'taken', 'due_at', 'task', 'definition', 'pool', 'follow_up_at']
const insertion = shapesByRows(
  (rows) =>
    `INSERT INTO task_candidacies (${COLUMNS.join(', ')}) VALUES ${rowsOfPlaces(rows, COLUMNS.length)}`,
  COLUMNS.length,
)

function insertSql(candidacies: readonly Candidacy[]): Statement[] {
  const rows = candidacies.flatMap((candidacy) => {
    const { pool, dueAt, task, definition, followUpAt } = candidacy
    const rest = [takenOf(candidacy), dueAt, task, definition, pool.id, followUpAt]
    return pool.candidates.map((candidate) => [candidate, ...rest])
  })
  if (rows.length === 0) return []
  return [filled(insertion(rows.length), rows.flat())]
}
