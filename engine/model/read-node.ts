import {
  expressionOf,
  localTypeOf,
  type ModdleNode,
  nodeOf,
  nodesOf,
  referenceOf,
  textOf,
} from './moddle-node.ts'
import type { EventDefinition, FlowNode, Loop, Oddity, Scope, Timer } from './model.ts'
import { isEventType, type NodeType } from './node-type.ts'
import { type Prefixes, readExtended } from './read-extensions.ts'
import { readNamed } from './read-named.ts'

/** One flow node. `inside` is what a sub-process holds. */
export function readNode(
  node: ModdleNode,
  type: NodeType,
  lane: string,
  inside: Scope | null,
  prefixes: Prefixes,
): FlowNode {
  return {
    ...readNamed(node),
    ...readExtended(node, prefixes),
    type,
    lane,
    defaultFlow: referenceOf(node, 'default'),
    attachedTo: referenceOf(node, 'attachedToRef') ?? '',
    interrupting: node.get('cancelActivity') !== false && node.get('isInterrupting') !== false,
    triggeredByEvent: node.get('triggeredByEvent') === true,
    events: nodesOf(node, 'eventDefinitions').flatMap((event) => readEvent(event, prefixes)),
    loop: readLoop(nodeOf(node, 'loopCharacteristics'), prefixes),
    messageRef: referenceOf(node, 'messageRef'),
    calledElement: textOf(node, 'calledElement'),
    script: type === 'ScriptTask' ? readScript(node) : null,
    oddities: readOddities(node),
    inside,
  }
}

function readEvent(node: ModdleNode, prefixes: Prefixes): EventDefinition[] {
  const type = localTypeOf(node).replace(/EventDefinition$/, '')
  if (!isEventType(type)) return []
  const messageRef = referenceOf(node, 'messageRef')
  const errorRef = referenceOf(node, 'errorRef')
  const timers = readTimers(node)
  return [{ ...readExtended(node, prefixes), type, id: textOf(node, 'id'), messageRef, errorRef, timers }]
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

function readLoop(node: ModdleNode | null, prefixes: Prefixes): Loop | null {
  if (node === null) return null
  if (localTypeOf(node) !== 'MultiInstanceLoopCharacteristics') return { kind: 'standard' }
  return {
    ...readExtended(node, prefixes),
    kind: 'multiInstance',
    sequential: node.get('isSequential') === true,
    cardinality: expressionOf(node, 'loopCardinality'),
    completionCondition: expressionOf(node, 'completionCondition'),
  }
}

function readScript(node: ModdleNode): FlowNode['script'] {
  const text = textOf(node, 'script').trim()
  return text === '' ? null : { format: textOf(node, 'scriptFormat'), text }
}

const oddities: readonly (readonly [Oddity, (node: ModdleNode) => boolean])[] = [
  ['compensation', (node) => node.get('isForCompensation') === true],
  ['parallelMultiple', (node) => node.get('parallelMultiple') === true],
  ['instantiate', (node) => node.get('instantiate') === true],
  [
    'tokenQuantity',
    (node) => isNumberButOne(node.get('startQuantity')) || isNumberButOne(node.get('completionQuantity')),
  ],
  ['resourceRole', (node) => nodesOf(node, 'resources').length > 0],
  ['dataAssignment', (node) => dataAssociations(node).some(computes)],
  ['eventDefinitionRef', (node) => nodesOf(node, 'eventDefinitionRef').length > 0],
]

const readOddities = (node: ModdleNode): Oddity[] =>
  oddities.filter(([, applies]) => applies(node)).map(([oddity]) => oddity)

const isNumberButOne = (value: unknown): boolean => typeof value === 'number' && value !== 1

const dataAssociations = (node: ModdleNode): readonly ModdleNode[] => [
  ...nodesOf(node, 'dataInputAssociations'),
  ...nodesOf(node, 'dataOutputAssociations'),
]

const computes = (association: ModdleNode): boolean =>
  nodesOf(association, 'assignment').length > 0 || nodeOf(association, 'transformation') !== null
