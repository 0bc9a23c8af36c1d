import { expressionOf, type ModdleNode, nodeOf, nodesOf, referenceOf, textOf } from './moddle-node.ts'
import type { AdHoc, FlowNode, Oddity, Scope } from './model.ts'
import type { NodeType } from './node-type.ts'
import { readDataUse } from './read-data-use.ts'
import { eventDefinitionsOf, readEvent } from './read-event.ts'
import { type Prefixes, readExtended } from './read-extensions.ts'
import { readLoop } from './read-loop.ts'
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
    events: eventDefinitionsOf(node).flatMap((event) => readEvent(event, prefixes)),
    loop: readLoop(nodeOf(node, 'loopCharacteristics'), prefixes),
    messageRef: referenceOf(node, 'messageRef'),
    calledElement: textOf(node, 'calledElement'),
    script: type === 'ScriptTask' ? readScript(node) : null,
    isForCompensation: node.get('isForCompensation') === true,
    parallelMultiple: node.get('parallelMultiple') === true,
    instantiate: node.get('instantiate') === true,
    parallelEvents: node.get('eventGatewayType') === 'Parallel',
    startQuantity: quantityOf(node, 'startQuantity'),
    completionQuantity: quantityOf(node, 'completionQuantity'),
    activationCondition: expressionOf(node, 'activationCondition'),
    adHoc: type === 'AdHocSubProcess' ? readAdHoc(node) : null,
    data: readDataUse(node),
    oddities: readOddities(node),
    inside,
  }
}

function readScript(node: ModdleNode): FlowNode['script'] {
  const text = textOf(node, 'script').trim()
  return text === '' ? null : { format: textOf(node, 'scriptFormat'), text }
}

const readOddities = (node: ModdleNode): Oddity[] =>
  nodesOf(node, 'resources').length > 0 ? ['resourceRole'] : []

const quantityOf = (node: ModdleNode, property: string): number => {
  const value = node.get(property)
  return typeof value === 'number' ? value : 1
}

const readAdHoc = (node: ModdleNode): AdHoc => ({
  sequential: node.get('ordering') === 'Sequential',
  cancelRemaining: node.get('cancelRemainingInstances') !== false,
  completionCondition: expressionOf(node, 'completionCondition'),
})
