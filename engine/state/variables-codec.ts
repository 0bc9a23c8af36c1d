import { noVariables, type Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { InstanceState } from './instance-state.ts'
import { isLarge } from './snapshot-mark.ts'

/** Variables by scope: `{"0": {…}}`, where 0 is the root and others are differences from the instance's key. */
export function encodeVariables(state: InstanceState): string {
  const scopes: Record<string, Variables> = {}
  for (const { key, variables } of state.elements.values()) if (variables) scopes[key - state.key] = variables
  return JSON.stringify(scopes)
}

/** Variables by the key of their scope; the root's has the instance's key. */
export function decodeVariables(instance: Key, text: string): Map<Key, Variables> {
  if (isLarge({ variables: text }))
    throw new Error(
      `expected the variables of instance ${instance} in its row, but it is large: ask the engine to inspect it`,
    )
  const scopes = Object.entries(JSON.parse(text) as Record<string, Variables>)
  return new Map(scopes.map(([offset, variables]) => [instance + Number(offset), bare(variables)]))
}

const bare = (variables: Variables): Variables => Object.assign(noVariables(), variables)
