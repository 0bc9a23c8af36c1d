import { dayOf, startOfDay } from '../stores/candidacies/count-changes.ts'
import { joined, marks, type SqlText, sql } from '../stores/sql/sql-text.ts'
import { atElements, inList, isOwn, passes, passesAll } from './filter-sql.ts'
import type { OwnWork, WorkFilter, WorkQuery } from './inbox.ts'
import { offeredInOnly, TASK } from './streams.ts'

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
  const looked = filter && !isWhole(filter) ? TASK : ''
  return sql(
    `SELECT /*! STRAIGHT_JOIN */ COUNT(${tasks}) FROM task_candidacies o${looked} WHERE ${where.text}`,
    where.values,
  )
}

/** Of whole processes: an index of candidacies knows all that it asks for. */
const isWhole = ({ elements, instances }: WorkFilter): boolean =>
  instances.length === 0 && elements.every(({ ids }) => ids === null)

/** Candidacies (as `o`) that pass the filter, with their tasks (as `t`) where it is not of whole processes. */
function offeredThrough(filter: WorkFilter): SqlText[] {
  const { elements, instances } = filter
  const definitions = [...new Set(elements.map(({ definition }) => definition))]
  const passing = passes(filter)
  return [
    ...(instances.length === 0 ? [inList('o.definition', definitions)] : []),
    ...(isWhole(filter) ? [] : [sql(`(${passing.text})`, passing.values)]),
  ]
}

const poolsOf = (candidates: readonly string[]): SqlText =>
  sql(`SELECT DISTINCT pool FROM task_pools WHERE candidate IN (${marks(candidates.length)})`, candidates)

function allOffered(candidates: readonly string[]): SqlText {
  const pools = poolsOf(candidates)
  return sql(
    `SELECT COALESCE(SUM(\`open\`), 0) FROM task_counts_by_pool WHERE pool IN (${pools.text})`,
    pools.values,
  )
}

/** More processes than this cost more one by one than going through all counts of the pools. */
const FEW_DEFINITIONS = 8

/** Of few processes each count is looked up; a large group has thousands. */
function sumByElement(candidates: readonly string[], elements: WorkFilter['elements']): SqlText {
  const pools = poolsOf(candidates)
  const definitions = [...new Set(elements.map(({ definition }) => definition))]
  if (definitions.length > FEW_DEFINITIONS) return sumOf(pools, atElements(elements))
  const sums = definitions.map((definition) => {
    const { text, values } = sumOf(pools, atElements(elements.filter((one) => one.definition === definition)))
    return sql(`(${text})`, values)
  })
  return sums.length === 0
    ? sql('SELECT 0')
    : sql(
        `SELECT ${sums.map(({ text }) => text).join(' + ')}`,
        sums.flatMap(({ values }) => values),
      )
}

/** Of these pools, at the elements (as `t`) of which this holds. */
const sumOf = (pools: SqlText, where: SqlText): SqlText =>
  sql(
    'SELECT /*! STRAIGHT_JOIN */ COALESCE(SUM(t.`open`), 0)' +
      ` FROM (${pools.text}) p CROSS JOIN task_counts_by_element t ON t.pool = p.pool WHERE ${where.text}`,
    [...pools.values, ...where.values],
  )

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
  const byElement = sumByElement(candidates, filter.elements)
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
