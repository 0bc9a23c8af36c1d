import { noVariables, type Variables } from '../json.ts'
import type { ElementInstance, InstanceState } from './instance-state.ts'

/** All variables visible from an element instance: its own before those of the scopes around it. [VA1] */
export function visibleIn(state: InstanceState, from: ElementInstance): Variables {
  const scopes: ElementInstance[] = []
  for (let scope: ElementInstance | undefined = from; scope; scope = state.elements.get(scope.scope))
    scopes.unshift(scope)
  return Object.assign(noVariables(), ...scopes.map((scope) => scope.variables))
}
