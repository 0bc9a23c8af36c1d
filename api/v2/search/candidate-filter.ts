import type { Rows } from '../../../engine/ports/rows.ts'
import type { Condition } from '../../../engine/ports/store.ts'
import type { StringFilter } from '../../contract/v2/filter.ts'
import { filterNotSupported } from './not-supported.ts'
import { operatorsOf } from './operators.ts'

type Row = Rows['tasks']

/** A filter on a list of candidates: a task passes when one of them does. */
export function onCandidates(
  column: 'candidateGroups' | 'candidateUsers',
  field: string,
  filter: StringFilter | undefined,
): Condition<Row>[] {
  if (filter === undefined) return []
  return Object.entries(operatorsOf(filter)).map(([name, value]): Condition<Row> => {
    if (name === '$eq') return { column, is: 'has one of', value: [String(value)] }
    if (name === '$in') return { column, is: 'has one of', value: value as string[] } // `StringFilter` has texts only
    if (name === '$exists') return { column, is: value === true ? '!=' : '=', value: '[]' }
    throw filterNotSupported(`${field} with ${name}`, 'Use $eq, $in or $exists.')
  })
}
