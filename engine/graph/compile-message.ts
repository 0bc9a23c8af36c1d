import type { FeelExpression } from '../feel/index.ts'
import type { FlowNode, Message } from '../model/model.ts'
import { compileMessageKeys, keysCarriedBy, ownKeyOf } from './compile-correlation.ts'
import type { Compiling } from './compiling.ts'
import { computed, feel } from './compute.ts'
import type { Computed, MessageDefinition } from './process-graph.ts'

/** Name and message that an element refers to; null when something is missing (reported). */
export function compileMessageName(
  node: FlowNode,
  messageRef: string | null,
  at: Compiling,
): { readonly message: Message; readonly name: Computed } | null {
  const message = at.model.messages.get(messageRef ?? '')
  if (message === undefined) {
    at.report(missingMessage(node))
    return null
  }
  if (message.name === '') {
    at.report(missingMessageName(node, message))
    return null
  }
  const name = computed(message.name, { element: node.id, what: 'message name' }, at)
  return name === null ? null : { message, name }
}

/** What a message catching element waits for: a message of that name whose key equals its own or its conversation's. */
export function compileMessage(
  node: FlowNode,
  messageRef: string | null,
  at: Compiling,
): MessageDefinition | null {
  const named = compileMessageName(node, messageRef, at)
  if (named === null) return null
  const keys = compileMessageKeys(named.message, at)
  if (keys.length > 0) return { name: named.name, correlationKey: null, keys }
  if (ownKeyOf(named.message) === '') {
    // Of keys that it carries it is told why they can't be run.
    if (keysCarriedBy(named.message, at.model).length === 0)
      at.report(missingCorrelationKey(node, named.message))
    return null
  }
  const correlationKey = compileOptionalKey(node, named.message, at)
  return correlationKey && { name: named.name, correlationKey, keys }
}

/** The correlation key of a message; null when it has none, or a bad one (reported). */
export function compileOptionalKey(node: FlowNode, message: Message, at: Compiling): FeelExpression | null {
  const key = ownKeyOf(message)
  if (key === '') return null
  return feel(key, { element: node.id, what: `correlation key of message "${message.name}"` }, at)
}

const missingMessage = (node: FlowNode) => ({
  code: 'missing_message',
  element: node.id,
  message: 'The element refers to no message.',
  remedy: 'Choose or create the message it is about.',
})

const missingMessageName = (node: FlowNode, message: Message) => ({
  code: 'missing_message_name',
  element: node.id,
  message: `The message ${message.id} has no name, so nothing can be sent to it.`,
  remedy: 'Give the message a name.',
})

const missingCorrelationKey = (node: FlowNode, message: Message) => ({
  code: 'missing_correlation_key',
  element: node.id,
  message: `The message "${message.name}" has no correlation key, so it can't find the right instance.`,
  remedy:
    'Set its subscription correlation key, for example "=orderId", or say where it has the properties of a correlation key.',
})
