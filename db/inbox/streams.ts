import { NO_DUE_DATE } from '../stores/candidacies/candidates.ts'
import { joined, type SqlText, sql } from '../stores/sql/sql-text.ts'
import { atElements, followedUp, inList, isOwn, isWork, passesAll } from './filter-sql.ts'
import type { OwnWork, WorkFilter, WorkPage } from './inbox.ts'

/**
 * A sorted run of tasks (`task`, `due_at`) that an index gives without looking at others. A page is merged from the
 * beginnings of all runs, which is why it costs the same however many tasks there are.
 */
export type Stream = SqlText

/** Which part of the order is asked for. */
export type Stretch = Pick<WorkPage, 'after' | 'dueBefore' | 'limit'>

/** Where a stream's conditions find its columns. */
interface Columns {
  readonly due: string
  readonly key: string
}

/**
 * The conditions of the stretch, each for a run of its own: the rest of the tasks due at the same moment as the last one
 * seen, and those due later. In one condition MariaDB would not find the place in the index.
 */
function ranges({ after, dueBefore }: Stretch, { due, key }: Columns): SqlText[] {
  const end = dueBefore === null ? [] : [sql(`${due} < ?`, [dueBefore])]
  if (after === null) return [joined(end, ' AND ', '1 = 1')]
  const at = after.dueAt ?? NO_DUE_DATE
  const rest = [sql(`${due} = ? AND ${key} > ?`, [at, after.key]), ...end]
  const later = [sql(`${due} > ?`, [at]), ...end]
  return [joined(rest, ' AND ', ''), joined(later, ' AND ', '')]
}

const OFFERED = { due: 'o.due_at', key: 'o.task' }

/**
 * The index that has a run in its order. Of a small group MariaDB would gather all tasks by any index and sort them. SQLite
 * reads past this, and finds it by itself.
 */
const along = (index: string): string => `/*! FORCE INDEX (${index}) */`

const ALONG = {
  dueDates: along('PRIMARY'),
  definition: along('task_candidacies_by_definition'),
  followUps: along('task_candidacies_by_candidate_taken_follow_up_at_definition'),
}

/** Looked up from the run: MariaDB is told so by STRAIGHT_JOIN, SQLite by CROSS JOIN. `EXISTS` costs twice as much. */
export const TASK = ' CROSS JOIN tasks t ON t.`key` = o.task'

/** What a candidate may take, of one definition or of all. */
export function offered(
  query: Stretch & Pick<WorkPage, 'followUps'>,
  candidate: string,
  of: { readonly definition: number | null; readonly only: SqlText | null },
): Stream[] {
  const { followUps, limit } = query
  const isLater = followUps?.which === 'later'
  // An index has those that are to be followed up, and nothing else.
  const few = isLater ? [sql('o.follow_up_at > 0')] : []
  const place = [
    sql('o.candidate = ? AND o.taken = 0', [candidate]),
    ...(of.definition === null ? [] : [sql('o.definition = ?', [of.definition])]),
    ...few,
    ...(followUps ? [followedUp('o.follow_up_at', followUps)] : []),
    ...(of.only ? [sql(`(${of.only.text})`, of.only.values)] : []),
  ]
  // They are sorted; in the order of due dates they would be looked for among all.
  const alongIndex = isLater ? ALONG.followUps : of.definition === null ? ALONG.dueDates : ALONG.definition
  const tasks = of.only ? TASK : ''
  const order = isLater ? '+o.due_at, +o.task' : 'o.due_at, o.task'
  return ranges(query, OFFERED).map((range) => {
    const where = joined([...place, range], ' AND ', '')
    return sql(
      `SELECT /*! STRAIGHT_JOIN */ o.task AS task, o.due_at AS due_at FROM task_candidacies o ${alongIndex}${tasks}` +
        ` WHERE ${where.text}` +
        ` ORDER BY ${order} LIMIT ${limit}`,
      where.values,
    )
  })
}

/** A person's own tasks: those with a due date, then those without, because databases put nulls first. */
export function ownTasks(query: WorkPage, own: OwnWork): Stream[] {
  const { after, dueBefore, limit } = query
  const theirs = [isOwn(own), ...passesAll(query)]
  const due = sql('t.due_at IS NOT NULL')
  const dated = ranges(query, { due: 't.due_at', key: 't.`key`' }).map((range) =>
    taskStream(joined([...theirs, due, range], ' AND ', ''), 't.due_at', limit),
  )
  if (dueBefore !== null) return dated
  const none = sql('t.due_at IS NULL')
  const isUndated = after !== null && after.dueAt === null
  const rest = isUndated ? [sql('t.`key` > ?', [after.key])] : []
  const undated = taskStream(joined([...theirs, none, ...rest], ' AND ', ''), String(NO_DUE_DATE), limit)
  return isUndated ? [undated] : [...dated, undated]
}

const taskStream = (where: SqlText, due: string, limit: number): Stream =>
  sql(
    `SELECT t.\`key\` AS task, ${due} AS due_at FROM tasks t WHERE ${where.text}` +
      ` ORDER BY t.due_at, t.\`key\` LIMIT ${limit}`,
    where.values,
  )

/** What these candidates may take in instances that are named: they are few, so they are sorted. */
export function offeredIn(
  query: Stretch & Pick<WorkPage, 'followUps'>,
  candidates: readonly string[],
  { instances }: WorkFilter,
): Stream[] {
  if (instances.length === 0) return []
  const due = `COALESCE(t.due_at, ${NO_DUE_DATE})`
  const all = [
    inList('t.instance', instances),
    ...passesAll({ filter: null, followUps: query.followUps }),
    mayTake(candidates),
  ]
  return ranges(query, { due, key: 't.`key`' }).map((range) => {
    const where = joined([...all, range], ' AND ', '')
    return sql(
      `SELECT t.\`key\` AS task, ${due} AS due_at FROM tasks t WHERE ${where.text}` +
        ` ORDER BY ${due}, t.\`key\` LIMIT ${query.limit}`,
      where.values,
    )
  })
}

/** The whole key of the candidacy is given, so it is looked up and not looked for. */
const mayTake = (candidates: readonly string[]): SqlText => {
  const list = inList('o.candidate', candidates)
  return sql(
    `EXISTS (SELECT 1 FROM task_candidacies o WHERE ${list.text} AND o.taken = 0` +
      ` AND o.due_at = COALESCE(t.due_at, ${NO_DUE_DATE}) AND o.task = t.\`key\`)`,
    list.values,
  )
}

/** Offered tasks in named instances that are at none of the elements, for counting. */
export const offeredInOnly = (
  candidates: readonly string[],
  { elements, instances }: WorkFilter,
): SqlText => {
  const elsewhere = atElements(elements)
  return joined(
    [
      inList('t.instance', instances),
      isWork,
      sql(`NOT (${elsewhere.text})`, elsewhere.values),
      mayTake(candidates),
    ],
    ' AND ',
    '',
  )
}
