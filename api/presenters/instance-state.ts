import type { Rows } from '../../engine/ports/rows.ts'
import type { InstanceState } from '../../engine/state/instance-state.ts'
import { decodeState } from '../../engine/state/state-codec.ts'
import { decodeVariables } from '../../engine/state/variables-codec.ts'
import type { JsonValue } from '../../forms/values/json-value.ts'

export type Values = Record<string, JsonValue>

/** The tree of what is active; null once the instance has ended. */
export const instanceState = (row: Rows['instances']): InstanceState | null =>
  row.state === ''
    ? null
    : decodeState(
        {
          key: row.key,
          definition: row.definition,
          status: row.status,
          parent: row.parent,
          parentElement: row.parentElement,
        },
        row.state,
      )

/** Variables of the process scope. */
export const rootVariables = (row: Pick<Rows['instances'], 'key' | 'variables'>): Values => ({
  ...decodeVariables(row.key, row.variables).get(row.key),
})

/** All variables that the element instance sees: its own, and those of the scopes around it where not shadowed. */
export function visibleVariables(row: Rows['instances'], elementInstance: number): Values {
  const scopes = decodeVariables(row.key, row.variables)
  const state = instanceState(row)
  const seen: Values[] = []
  let key = elementInstance
  while (key !== 0) {
    seen.unshift({ ...scopes.get(key) })
    const scope = state?.elements.get(key)?.scope
    if (scope === undefined || scope === 0) break
    key = scope
  }
  return Object.assign({}, { ...scopes.get(row.key) }, ...seen) as Values
}
