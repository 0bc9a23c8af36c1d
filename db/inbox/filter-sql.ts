import { joined, marks, type SqlText, sql } from '../stores/sql/sql-text.ts'
import type { WorkFilter } from './inbox.ts'

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

/** MariaDB has no empty list. */
export const inList = (column: string, values: readonly (string | number)[]): SqlText =>
  values.length === 0 ? sql('1 = 0') : sql(`${column} IN (${marks(values.length)})`, values)
