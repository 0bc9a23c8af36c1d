import type { RetrievedKey } from '../graph/process-graph.ts'
import type { Key } from '../key.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import { subscriptionKey } from './correlation-keys.ts'
import type { Execution } from './execution.ts'

/** Value of a correlation key as the conversations around `from` have it, the nearest first. */
export function knownKey(x: Execution, from: ElementInstance, id: string): string | undefined {
  for (let scope: ElementInstance | undefined = from; scope; scope = x.state.elements.get(scope.scope)) {
    const value = scope.extra?.correlationKeys.get(id)
    if (value !== undefined) return value
  }
  return undefined
}

/** What a message must say to come to this element instance; '' for any. [CK2] */
export const correlationKeyAt = (
  x: Execution,
  instance: ElementInstance,
  keys: readonly RetrievedKey[],
): string => (keys.length === 0 ? '' : subscriptionKey(keys, (id) => knownKey(x, instance, id)))

/** Each instance of a multi-instance sub-process has conversations of its own, else they are the process's. [CK3] */
export function conversationScope(x: Execution, from: ElementInstance): Key {
  for (let scope = from; scope.scope !== 0; scope = x.instance(scope.scope))
    if (scope.loopCounter > 0 && 'starts' in x.element(scope)) return scope.key
  return x.state.key
}
