import type { InstanceState } from './instance-state.ts'
import { newElementInstance } from './new-instance.ts'
import { decodeState, type StateColumns } from './state-codec.ts'
import { decodeVariables } from './variables-codec.ts'

export interface StoredState extends StateColumns {
  readonly state: string
  readonly variables: string
}

/** The state of a stored instance; of one that has ended only its root with its variables is left. */
export function loadState(row: StoredState): InstanceState {
  const state = decodeState(row, row.state === '' ? '[[]]' : row.state)
  if (row.state === '') state.elements.set(row.key, newElementInstance(row.key, 0, 0, 0))
  for (const [scope, variables] of decodeVariables(row.key, row.variables))
    state.elements.get(scope)!.variables = variables
  return state
}
