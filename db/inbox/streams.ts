import { NO_DUE_DATE } from '../stores/offers/candidates.ts'
import { joined, type SqlText, sql } from '../stores/sql/sql-text.ts'
import { atElements, inList, passes } from './filter-sql.ts'
import type { WorkFilter, WorkPage } from './inbox.ts'

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

const OFFER = { due: 'o.due_at', key: 'o.task' }

/** What a candidate may take, of one definition or of all. */
export function offered(
  stretch: Stretch,
  candidate: string,
  of: { readonly definition: number | null; readonly only: SqlText | null },
): Stream[] {
  const place =
    of.definition === null
      ? sql('o.candidate = ? AND o.taken = 0', [candidate])
      : sql('o.candidate = ? AND o.taken = 0 AND o.definition = ?', [candidate, of.definition])
  return ranges(stretch, OFFER).map((range) => {
    const where = joined([place, range, ...whereTask(of.only)], ' AND ', '')
    return sql(
      `SELECT o.task AS task, o.due_at AS due_at FROM task_offers o WHERE ${where.text}` +
        ` ORDER BY o.due_at, o.task LIMIT ${stretch.limit}`,
      where.values,
    )
  })
}

const whereTask = (only: SqlText | null): SqlText[] =>
  only ? [sql(`EXISTS (SELECT 1 FROM tasks t WHERE t.\`key\` = o.task AND (${only.text}))`, only.values)] : []

/** A person's own tasks: those with a due date, then those without, because databases put nulls first. */
export function assigned(stretch: Stretch, assignee: string, filter: WorkFilter | null): Stream[] {
  const own = sql("t.assignee = ? AND t.state = 'CREATED'", [assignee])
  const only = filter ? [passes(filter)] : []
  const due = sql('t.due_at IS NOT NULL')
  const dated = ranges(stretch, { due: 't.due_at', key: 't.`key`' }).map((range) =>
    taskStream(joined([own, due, range, ...only], ' AND ', ''), 't.due_at', stretch.limit),
  )
  if (stretch.dueBefore !== null) return dated
  const none = sql('t.due_at IS NULL')
  const { after } = stretch
  const rest = after !== null && after.dueAt === null ? [sql('t.`key` > ?', [after.key])] : []
  const undated = taskStream(
    joined([own, none, ...rest, ...only], ' AND ', ''),
    String(NO_DUE_DATE),
    stretch.limit,
  )
  return after !== null && after.dueAt === null ? [undated] : [...dated, undated]
}

const taskStream = (where: SqlText, due: string, limit: number): Stream =>
  sql(
    `SELECT t.\`key\` AS task, ${due} AS due_at FROM tasks t WHERE ${where.text}` +
      ` ORDER BY t.due_at, t.\`key\` LIMIT ${limit}`,
    where.values,
  )

/** What these candidates may take in instances that are named: they are few, so they are sorted. */
export function offeredIn(stretch: Stretch, candidates: readonly string[], filter: WorkFilter): Stream[] {
  if (filter.instances.length === 0) return []
  const due = `COALESCE(t.due_at, ${NO_DUE_DATE})`
  const where = joined([inList('t.instance', filter.instances), open, mayTake(candidates)], ' AND ', '')
  return ranges(stretch, { due, key: 't.`key`' }).map((range) => {
    const all = joined([where, range], ' AND ', '')
    return sql(
      `SELECT t.\`key\` AS task, ${due} AS due_at FROM tasks t WHERE ${all.text}` +
        ` ORDER BY ${due}, t.\`key\` LIMIT ${stretch.limit}`,
      all.values,
    )
  })
}

const open = sql("t.state = 'CREATED' AND t.assignee IS NULL")

/** The whole key of the offer is given, so it is looked up and not looked for. */
const mayTake = (candidates: readonly string[]): SqlText => {
  const list = inList('o.candidate', candidates)
  return sql(
    `EXISTS (SELECT 1 FROM task_offers o WHERE ${list.text} AND o.taken = 0` +
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
      open,
      sql(`NOT (${elsewhere.text})`, elsewhere.values),
      mayTake(candidates),
    ],
    ' AND ',
    '',
  )
}
