import type { FeelExpression } from '../feel/index.ts'
import type { CorrelationKey, CorrelationSubscription, Message, Model } from '../model/model.ts'
import type { Compiling } from './compiling.ts'
import { feel } from './compute.ts'
import { pathToFeel } from './correlation-path.ts'
import { attribute, findExtension } from './find-extension.ts'
import { partsOf } from './parts-of.ts'
import type { Correlation, GraphElement, MessageDefinition, RetrievedKey } from './process-graph.ts'

/** The key that a message has of its own, whatever conversation it belongs to; '' without one. */
export const ownKeyOf = (message: Message): string =>
  attribute(findExtension(message, 'subscription'), 'correlationKey')

/**
 * Keys of conversations that a message takes part in: those of which it carries every property. A key of its own goes before
 * them. [CK1] [CK6] (OMG BPMN 2.0.2, 8.4.2)
 */
export function compileMessageKeys(message: Message, at: Compiling): readonly RetrievedKey[] {
  if (at.model.correlationKeys.length === 0 || ownKeyOf(message) !== '') return NO_KEYS
  const keys = keysCarriedBy(message, at.model)
  if (keys.length > MOST_KEYS) at.report(tooManyKeys(message))
  return retrieved(keys, (property) => retrievalOf(property, message, at.model)!, at)
}

/** Keys of which every property is found in the message. */
export const keysCarriedBy = (message: Message, model: Model): readonly CorrelationKey[] =>
  model.correlationKeys.filter(
    ({ properties }) =>
      properties.length > 0 && properties.every((id) => retrievalOf(id, message, model) !== undefined),
  )

const retrievalOf = (property: string, message: Message, model: Model): string | undefined =>
  model.correlationProperties.get(property)?.retrievals.find(({ messageRef }) => messageRef === message.id)
    ?.path

/** What is received, and what of it the data of the process says. Null when nothing that is received has such a key. */
export function compileCorrelation(elements: readonly GraphElement[], at: Compiling): Correlation | null {
  const messages = new Map<string, readonly RetrievedKey[]>()
  for (const element of elements)
    for (const { name, keys } of messagesOf(element)) {
      if (keys.length === 0) continue
      if (name.kind === 'fixed') messages.set(name.text, keys)
      else at.report(computedName(element.id))
    }
  const subscriptions = at.process.correlationSubscriptions.flatMap((one) => compileSubscription(one, at))
  return messages.size === 0 ? null : { messages, subscriptions }
}

function messagesOf(element: GraphElement): readonly MessageDefinition[] {
  if (element.type === 'receiveTask') return [element.message]
  if (!('trigger' in element)) return []
  return partsOf(element.trigger).flatMap((part) => (part.kind === 'message' ? [part.message] : []))
}

/** (OMG BPMN 2.0.2, 8.4.2.2) */
function compileSubscription(
  { id, keyRef, bindings }: CorrelationSubscription,
  at: Compiling,
): readonly RetrievedKey[] {
  const element = id || at.process.id
  const key = at.model.correlationKeys.find((one) => one.id === keyRef)
  if (key === undefined) {
    at.report(missingKey(element))
    return []
  }
  const pathOf = (property: string) => bindings.find(({ propertyRef }) => propertyRef === property)?.path
  const unbound = key.properties.find((property) => pathOf(property) === undefined)
  if (unbound !== undefined) {
    at.report(missingBinding(element, key, unbound))
    return []
  }
  return retrieved([key], (property) => pathOf(property)!, at)
}

/** Those whose expressions are bad are left out (reported). */
function retrieved(
  keys: readonly CorrelationKey[],
  pathOf: (property: string) => string,
  at: Compiling,
): readonly RetrievedKey[] {
  return keys.flatMap(({ id, properties }) => {
    const expressions = properties.map((property) => compilePath(property, pathOf(property), at))
    const good = expressions.filter((expression) => expression !== null)
    return good.length === properties.length ? [{ id, properties: good }] : []
  })
}

function compilePath(property: string, path: string, at: Compiling): FeelExpression | null {
  const text = pathToFeel(path)
  if (text.ok) return feel(text.value, { element: property, what: 'correlation property' }, at)
  at.report(badPath(property, text.error))
  return null
}

const NO_KEYS: readonly RetrievedKey[] = []

/** A message fits every subscription that knows some of its keys: twice as many with each key. */
const MOST_KEYS = 8

const tooManyKeys = ({ id, name }: Message) => ({
  code: 'too_many_correlation_keys',
  element: id,
  message: `The message "${name}" takes part in more than ${MOST_KEYS} correlation keys.`,
  remedy: 'Leave out retrieval expressions of keys that other keys already tell apart.',
})

const computedName = (element: string) => ({
  code: 'message_name_computed',
  element,
  message: 'Its message is correlated by a conversation, so its name must be fixed, but it is an expression.',
  remedy: 'Give the message a fixed name, or a subscription correlation key of its own.',
})

const missingKey = (element: string) => ({
  code: 'missing_correlation_key',
  element,
  message: 'The correlation subscription refers to no correlation key.',
  remedy: 'Refer to a correlation key of a collaboration or conversation.',
})

const missingBinding = (element: string, { id }: CorrelationKey, property: string) => ({
  code: 'missing_correlation_binding',
  element,
  message: `The correlation subscription to ${id} does not say where the data has ${property}.`,
  remedy: 'Add a correlation property binding with a data path for it.',
})

const badPath = (property: string, reason: string) => ({
  code: 'bad_correlation_path',
  element: property,
  message: `The path of the correlation property can't be run: ${reason}.`,
  remedy: 'Write it in FEEL, for example "=order.id".',
})
