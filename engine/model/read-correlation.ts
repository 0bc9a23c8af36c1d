import { expressionOf, type ModdleNode, nodesOf, referenceOf, textOf } from './moddle-node.ts'
import type { CorrelationKey, CorrelationProperty, CorrelationSubscription } from './model.ts'
import { readNamed } from './read-named.ts'

/** Keys of a collaboration and of the conversations in it, those inside others included. (OMG BPMN 2.0.2, 8.4.2, 9.5) */
export const readCorrelationKeys = (container: ModdleNode): CorrelationKey[] => [
  ...nodesOf(container, 'correlationKeys').map(readKey),
  ...inner.flatMap((property) => nodesOf(container, property)).flatMap(readCorrelationKeys),
]

const inner = ['conversations', 'conversationNodes']

function readKey(key: ModdleNode): CorrelationKey {
  const properties = nodesOf(key, 'correlationPropertyRef').map((property) => textOf(property, 'id'))
  const named = readNamed(key)
  return { ...named, id: named.id || properties.join(' '), properties }
}

export const readCorrelationProperty = (property: ModdleNode): CorrelationProperty => ({
  ...readNamed(property),
  retrievals: nodesOf(property, 'correlationPropertyRetrievalExpression').map((one) => ({
    messageRef: referenceOf(one, 'messageRef') ?? '',
    path: expressionOf(one, 'messagePath') ?? '',
  })),
})

export const readCorrelationSubscription = (subscription: ModdleNode): CorrelationSubscription => ({
  id: textOf(subscription, 'id'),
  keyRef: referenceOf(subscription, 'correlationKeyRef') ?? '',
  bindings: nodesOf(subscription, 'correlationPropertyBinding').map((one) => ({
    propertyRef: referenceOf(one, 'correlationPropertyRef') ?? '',
    path: expressionOf(one, 'dataPath') ?? '',
  })),
})
