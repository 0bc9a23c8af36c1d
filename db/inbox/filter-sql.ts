import { WITHHOLDING } from '../stores/candidacies/candidacy.ts'
import { joined, marks, type SqlText, sql } from '../stores/sql/sql-text.ts'
import type { FollowUps, OwnWork, WorkFilter, WorkQuery } from './inbox.ts'

/** Tasks (as `t`) that are at one of the elements. */
export function atElements(elements: WorkFilter['elements']): SqlText {
  const whole = elements.filter(({ ids }) => ids === null).map(({ definition }) => definition)
  const parts = elements.flatMap(({ definition, ids }) =>
    ids === null || ids.length === 0
      ? []
      : [sql(`t.definition = ? AND t.element_id IN (${marks(ids.length)})`, [definition, ...ids])],
  )
  const all = whole.length === 0 ? parts : [inList('t.definition', whole), ...parts]
  return joined(all, ' OR ', '1 = 0')
}

/** Tasks (as `t`) that pass the filter. */
export const passes = ({ elements, instances }: WorkFilter): SqlText =>
  joined([atElements(elements), inList('t.instance', instances)], ' OR ', '1 = 0')

/** Tasks (as `t`) that are this person's own, each by an index. */
export const isOwn = ({ as, person }: OwnWork): SqlText =>
  as === 'assignee'
    ? sql('t.assignee = ?', [person])
    : // What nobody has may be offered to them as well: it would be counted twice.
      sql('t.owner = ? AND t.assignee IS NOT NULL', [person])

/** Open, and not kept back by its listeners. */
export const isWork = sql(`t.state = 'CREATED' AND t.transition NOT IN ('${WITHHOLDING.join("', '")}')`)

/** What must hold of tasks (as `t`) beside whose they are. */
export const passesAll = ({ filter, followUps }: Pick<WorkQuery, 'filter' | 'followUps'>): SqlText[] => [
  isWork,
  ...(filter ? [passes(filter)] : []),
  ...(followUps ? [followedUp('COALESCE(t.follow_up_at, 0)', followUps)] : []),
]

/** `column` is 0 where there is no such moment. */
export const followedUp = (column: string, { which, at }: FollowUps): SqlText =>
  sql(`${column} ${which === 'come' ? '<=' : '>'} ?`, [at])

/** MariaDB has no empty list. */
export const inList = (column: string, values: readonly (string | number)[]): SqlText =>
  values.length === 0 ? sql('1 = 0') : sql(`${column} IN (${marks(values.length)})`, values)
