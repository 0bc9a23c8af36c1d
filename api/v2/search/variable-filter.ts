import type { Variables } from '../../../engine/index.ts'
import type { VariableValueFilter } from '../../contract/v2/filter.ts'
import { matches } from './matches.ts'
import { operatorsOf } from './operators.ts'

/** Do these variables meet every filter? Values are compared as JSON text; a missing variable is absent. */
export const variablesMatch = (
  variables: Variables | undefined,
  filters: readonly VariableValueFilter[],
): boolean =>
  filters.every(({ name, value }) => {
    const found = variables && Object.hasOwn(variables, name) ? variables[name] : undefined
    return matches(operatorsOf(value), found === undefined ? null : JSON.stringify(found))
  })
