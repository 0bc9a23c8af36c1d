import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import type { FoundVariable, Variable } from '../../contract/v2/variables.ts'
import type { VariableRecord } from '../history/variable-records.ts'
import { keyText } from '../key.ts'

/** Longest value of a search result, in characters. */
const SHOWN = 8191

export const presentVariable = ({ name, key, value, scope, instance }: VariableRecord): Variable => ({
  name,
  tenantId: DEFAULT_TENANT,
  variableKey: key,
  scopeKey: keyText(scope),
  processInstanceKey: keyText(instance),
  value: JSON.stringify(value),
})

export function presentFoundVariable(record: VariableRecord, truncate: boolean): FoundVariable {
  const variable = presentVariable(record)
  const isTruncated = truncate && variable.value.length > SHOWN
  return { ...variable, value: isTruncated ? variable.value.slice(0, SHOWN) : variable.value, isTruncated }
}
