import { dayOf, startOfDay } from '../stores/candidacies/count-changes.ts'
import { joined, marks, type SqlText, sql } from '../stores/sql/sql-text.ts'
import { atElements, inList, isOwn, passes, passesAll } from './filter-sql.ts'
import type { OwnWork, WorkFilter, WorkQuery } from './inbox.ts'
import { offeredInOnly, ofTask } from './streams.ts'

/** A person's own tasks: the index counts them, and they are a person's. */
export function countOwn(own: OwnWork, query: WorkQuery): SqlText {
  const { dueBefore } = query
  const where = joined(
    [
      isOwn(own),
      ...passesAll(query),
      ...(dueBefore === null ? [] : [sql('t.due_at IS NOT NULL AND t.due_at < ?', [dueBefore])]),
    ],
    ' AND ',
    '',
  )
  return sql(`SELECT COUNT(*) FROM tasks t WHERE ${where.text}`, where.values)
}

/** What the candidates may take: from rows that count it, without what is to be followed up later, which are few. */
export function countOffered(candidates: readonly string[], query: WorkQuery): SqlText {
  const { followUps } = query
  const all = countAllOffered(candidates, query)
  if (followUps === null) return all
  const later = offeredLater(candidates, query, followUps.at)
  if (followUps.which === 'later') return later
  return sql(`SELECT (${all.text}) - (${later.text})`, [...all.values, ...later.values])
}

function countAllOffered(candidates: readonly string[], { filter, dueBefore }: WorkQuery): SqlText {
  if (filter === null)
    return dueBefore === null ? allOffered(candidates) : offeredBefore(candidates, dueBefore)
  return dueBefore === null ? offeredAt(candidates, filter) : offeredAtBefore(candidates, filter, dueBefore)
}

function offeredLater(candidates: readonly string[], { filter, dueBefore }: WorkQuery, at: number): SqlText {
  const where = joined(
    [
      inList('o.candidate', candidates),
      // Said apart, so that SQLite sees which index has them.
      sql('o.taken = 0 AND o.follow_up_at > 0 AND o.follow_up_at > ?', [at]),
      ...(dueBefore === null ? [] : [sql('o.due_at < ?', [dueBefore])]),
      ...(filter ? offeredThrough(filter) : []),
    ],
    ' AND ',
    '',
  )
  // To one candidate a task is offered once.
  const tasks = candidates.length === 1 ? '*' : 'DISTINCT o.task'
  return sql(`SELECT COUNT(${tasks}) FROM task_candidacies o WHERE ${where.text}`, where.values)
}

/** Candidacies (as `o`) of tasks that pass the filter: the index knows their definition, the rest is in the task. */
function offeredThrough(filter: WorkFilter): SqlText[] {
  const { elements, instances } = filter
  const definitions = [...new Set(elements.map(({ definition }) => definition))]
  const isWhole = elements.every(({ ids }) => ids === null)
  return [
    ...(instances.length === 0 ? [inList('o.definition', definitions)] : []),
    ...(instances.length === 0 && isWhole ? [] : [ofTask(passes(filter))]),
  ]
}

const poolsOf = (candidates: readonly string[]): SqlText =>
  sql(`SELECT pool FROM task_pools WHERE candidate IN (${marks(candidates.length)})`, candidates)

function allOffered(candidates: readonly string[]): SqlText {
  const pools = poolsOf(candidates)
  return sql(
    `SELECT COALESCE(SUM(\`open\`), 0) FROM task_counts_by_pool WHERE pool IN (${pools.text})`,
    pools.values,
  )
}

/** `only`: of which elements (as `t`). */
function sumByElement(candidates: readonly string[], only: SqlText): SqlText {
  const pools = poolsOf(candidates)
  return sql(
    `SELECT COALESCE(SUM(t.\`open\`), 0) FROM task_counts_by_element t WHERE t.pool IN (${pools.text}) AND (${only.text})`,
    [...pools.values, ...only.values],
  )
}

/** Whole days from the counts, the day that is not over yet from the tasks themselves. */
function offeredBefore(candidates: readonly string[], dueBefore: number): SqlText {
  const day = dayOf(dueBefore)
  const pools = poolsOf(candidates)
  const list = inList('candidate', candidates)
  return sql(
    `SELECT (SELECT COALESCE(SUM(\`open\`), 0) FROM task_counts_by_day WHERE pool IN (${pools.text}) AND day < ?) +` +
      ` (SELECT COUNT(DISTINCT task) FROM task_candidacies WHERE ${list.text} AND taken = 0 AND due_at >= ? AND due_at < ?)`,
    [...pools.values, day, ...list.values, startOfDay(day), dueBefore],
  )
}

/** Elements from the counts, named instances from the tasks themselves. */
function offeredAt(candidates: readonly string[], filter: WorkFilter): SqlText {
  const byElement = sumByElement(candidates, atElements(filter.elements))
  if (filter.instances.length === 0) return byElement
  const others = offeredInOnly(candidates, filter)
  return sql(`SELECT (${byElement.text}) + (SELECT COUNT(*) FROM tasks t WHERE ${others.text})`, [
    ...byElement.values,
    ...others.values,
  ])
}

/** Nothing counts this: what is due is gone through. */
function offeredAtBefore(candidates: readonly string[], filter: WorkFilter, dueBefore: number): SqlText {
  const list = inList('o.candidate', candidates)
  const only = passes(filter)
  return sql(
    `SELECT COUNT(DISTINCT o.task) FROM task_candidacies o JOIN tasks t ON t.\`key\` = o.task WHERE ${list.text}` +
      ` AND o.taken = 0 AND o.due_at < ? AND (${only.text})`,
    [...list.values, dueBefore, ...only.values],
  )
}
