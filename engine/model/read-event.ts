import { expressionOf, localTypeOf, type ModdleNode, nodesOf, referenceOf, textOf } from './moddle-node.ts'
import type { EventDefinition, Timer } from './model.ts'
import { isEventType } from './node-type.ts'
import { type Prefixes, readExtended } from './read-extensions.ts'

/** The definitions of an event: its own, then those of the file that it refers to. (OMG BPMN 2.0.2, 10.5.1) */
export const eventDefinitionsOf = (node: ModdleNode): readonly ModdleNode[] => [
  ...nodesOf(node, 'eventDefinitions'),
  ...nodesOf(node, 'eventDefinitionRef'),
]

export function readEvent(node: ModdleNode, prefixes: Prefixes): EventDefinition[] {
  const type = localTypeOf(node).replace(/EventDefinition$/, '')
  if (!isEventType(type)) return []
  return [
    {
      ...readExtended(node, prefixes),
      type,
      id: textOf(node, 'id'),
      messageRef: referenceOf(node, 'messageRef'),
      errorRef: referenceOf(node, 'errorRef'),
      signalRef: referenceOf(node, 'signalRef'),
      escalationRef: referenceOf(node, 'escalationRef'),
      linkName: type === 'Link' ? textOf(node, 'name').trim() : '',
      condition: type === 'Conditional' ? expressionOf(node, 'condition') : null,
      activityRef: referenceOf(node, 'activityRef'),
      waitForCompletion: node.get('waitForCompletion') !== false,
      timers: readTimers(node),
    },
  ]
}

const timerProperties = [
  ['date', 'timeDate'],
  ['duration', 'timeDuration'],
  ['cycle', 'timeCycle'],
] as const

const readTimers = (node: ModdleNode): Timer[] =>
  timerProperties.flatMap(([kind, property]) => {
    const text = expressionOf(node, property)
    return text === null ? [] : [{ kind, text }]
  })
