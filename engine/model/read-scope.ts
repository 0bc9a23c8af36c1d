import {
  expressionOf,
  localTypeOf,
  type ModdleNode,
  nodeOf,
  nodesOf,
  referenceOf,
  textOf,
} from './moddle-node.ts'
import type { FlowNode, Scope, SequenceFlow } from './model.ts'
import { isNodeType } from './node-type.ts'
import { readAssociations } from './read-associations.ts'
import { readDataItems } from './read-data-items.ts'
import { type Prefixes, readExtended } from './read-extensions.ts'
import { readNamed } from './read-named.ts'
import { readNode } from './read-node.ts'

/** What lies in a process or sub-process, the insides of inner ones included. Drawing elements are left out. */
export function readScope(container: ModdleNode, prefixes: Prefixes, outerLanes: Lanes = new Map()): Scope {
  const lanes = new Map(outerLanes)
  for (const laneSet of nodesOf(container, 'laneSets')) readLanes(laneSet, lanes)
  const nodes: FlowNode[] = []
  const flows: SequenceFlow[] = []
  for (const element of nodesOf(container, 'flowElements')) {
    const type = localTypeOf(element)
    if (type === 'SequenceFlow') flows.push(readFlow(element, prefixes))
    if (!isNodeType(type)) continue
    const inside = holdsElements(element) ? readScope(element, prefixes, lanes) : null
    nodes.push(readNode(element, type, lanes.get(textOf(element, 'id')) ?? '', inside, prefixes))
  }
  return { nodes, flows, associations: readAssociations(container), dataItems: readDataItems(container) }
}

/** Lane name by node id. */
type Lanes = Map<string, string>

/** Inner lanes are read last: the innermost wins. */
function readLanes(laneSet: ModdleNode, lanes: Lanes): void {
  for (const lane of nodesOf(laneSet, 'lanes')) {
    for (const node of nodesOf(lane, 'flowNodeRef')) lanes.set(textOf(node, 'id'), textOf(lane, 'name'))
    const inner = nodeOf(lane, 'childLaneSet')
    if (inner !== null) readLanes(inner, lanes)
  }
}

const holdsElements = (element: ModdleNode): boolean =>
  ['SubProcess', 'Transaction', 'AdHocSubProcess'].includes(localTypeOf(element))

const readFlow = (flow: ModdleNode, prefixes: Prefixes): SequenceFlow => ({
  ...readNamed(flow),
  ...readExtended(flow, prefixes),
  source: referenceOf(flow, 'sourceRef') ?? '',
  target: referenceOf(flow, 'targetRef') ?? '',
  condition: expressionOf(flow, 'conditionExpression'),
})
