import { partsOf } from '../graph/parts-of.ts'
import type { RetrievedKey } from '../graph/process-graph.ts'
import type { Variables } from '../json.ts'
import type { ElementInstance, MessageWait } from '../state/instance-state.ts'
import { type KeyValues, lookupIn, retrieveKeys } from './correlation-keys.ts'
import type { Execution } from './execution.ts'
import { conversationScope, correlationKeyAt, knownKey } from './known-keys.ts'
import { Stuck } from './stuck.ts'
import { partIn, triggerOf } from './triggers.ts'
import { lookupFrom } from './variables.ts'

/** Keys that a received message says and its conversation does not know yet become the conversation's. [CK2] */
export function associateReceived(
  x: Execution,
  instance: ElementInstance,
  keys: readonly RetrievedKey[],
  variables: Variables,
): void {
  if (keys.length > 0) associate(x, instance, retrieveKeys(keys, lookupIn(variables), x.context))
}

/** As `associateReceived`; a message that says something else than its conversation is not sent. [CK4] */
export function associateSent(
  x: Execution,
  instance: ElementInstance,
  keys: readonly RetrievedKey[],
  variables: Variables,
): void {
  if (keys.length === 0) return
  const said = retrieveKeys(keys, lookupIn(variables), x.context)
  for (const [id, value] of said) {
    const known = knownKey(x, instance, id) ?? value
    if (known !== value) throw otherConversation(id, value, known)
  }
  associate(x, instance, said)
}

const otherConversation = (id: string, said: string, known: string): Stuck =>
  new Stuck(
    'EXTRACT_VALUE_ERROR',
    `expected the message to say '${known}' for the correlation key '${id}', as its conversation does, got '${said}': correct the variables it is read from`,
  )

function associate(x: Execution, instance: ElementInstance, said: KeyValues): void {
  const unknown = [...said].filter(([id]) => knownKey(x, instance, id) === undefined)
  if (unknown.length === 0) return
  const scope = conversationScope(x, instance)
  for (const [id, value] of unknown) x.emit({ type: 'correlationKeySet', scope, id, value })
  renewSubscriptions(x)
}

/** Keys follow the data that says them: a value that is gone leaves its key as it was. [CK5] (OMG BPMN 2.0.2, 8.4.2.2) */
export function followData(x: Execution): void {
  const { correlation } = x.graph
  if (!correlation || !x.dataStale) return
  x.dataStale = false
  const root = x.instance(x.state.key)
  const said = retrieveKeys(correlation.subscriptions, lookupFrom(x, root), x.context)
  const changed = [...said].filter(([id, value]) => root.extra?.correlationKeys.get(id) !== value)
  for (const [id, value] of changed) x.emit({ type: 'correlationKeySet', scope: root.key, id, value })
  if (changed.length > 0) renewSubscriptions(x)
}

/** What is waited for already is waited for with what is known now. */
export function renewSubscriptions(x: Execution): void {
  const waiting = [...x.state.elements.values()].filter(({ waits }) => waits.length > 0)
  // The same order however the state came about.
  for (const instance of waiting.sort((one, other) => one.key - other.key))
    for (const wait of instance.waits) if (wait.kind === 'message') renew(x, instance, wait)
}

function renew(x: Execution, instance: ElementInstance, wait: MessageWait): void {
  const keys = keysAwaited(x, wait)
  if (keys.length === 0) return
  const correlationKey = correlationKeyAt(x, instance, keys)
  if (correlationKey === wait.correlationKey) return
  const { key } = instance
  const { element, name, part } = wait
  x.emit({ type: 'messageUnsubscribed', key, subscription: wait.key })
  const subscription = x.context.nextKey()
  const spot = { key, subscription, element, ...partIn(part) }
  x.emit({ type: 'messageSubscribed', ...spot, name, correlationKey })
}

/** Keys of the message that one of the triggers of an event waits for. */
export function keysAwaited(
  { graph }: Execution,
  { element, part }: { readonly element: number; readonly part: number },
): readonly RetrievedKey[] {
  const trigger = partsOf(triggerOf(graph.elements[element]!))[part]
  return trigger?.kind === 'message' ? trigger.message.keys : NO_KEYS
}

const NO_KEYS: readonly RetrievedKey[] = []
