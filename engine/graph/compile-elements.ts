import type { FlowNode } from '../model/model.ts'
import type { NodeType } from '../model/node-type.ts'
import { handlersOf } from './check-compensation.ts'
import { compileAvailability } from './compile-availability.ts'
import { broughtAs } from './compile-data.ts'
import { compileExecutionListeners } from './compile-listeners.ts'
import { compileLoop } from './compile-loop.ts'
import { compileMappings } from './compile-mappings.ts'
import { compileProperties } from './compile-properties.ts'
import type { Compiling, OwnPart, Place } from './compiling.ts'
import { elementTable } from './elements/element-table.ts'
import type { KartablPlace } from './kartabl-properties.ts'
import type { ElementType, GraphElement, GraphFlow } from './process-graph.ts'
import type { Wiring } from './wiring.ts'

/** Elements 1 … n in the order of their numbers; refused ones are left out (reported). */
export function compileElements(flows: readonly GraphFlow[], wiring: Wiring, at: Compiling): GraphElement[] {
  const flowIndex = new Map(flows.map((flow) => [flow.id, flow.index]))
  return at.places.flatMap((place) => {
    const own = elementTable[place.node.type](place, at)
    const base = compileBase(place, own?.type, flowIndex, wiring, at)
    return own === null ? [] : [join(base, own)]
  })
}

/**
 * The halves are typed one by one; that together they are one element of the union TypeScript can't see.
 * Never by spreading: V8 gives every object into which more than a dozen properties were spread a hidden class of its own,
 * and a diagram with some hundred of them makes every step cost almost four times as much.
 */
const join = (base: ReturnType<typeof compileBase>, own: OwnPart): GraphElement =>
  Object.assign(base, own) as GraphElement

function compileBase(
  place: Place,
  type: ElementType | undefined,
  flowIndex: ReadonlyMap<string, number>,
  wiring: Wiring,
  at: Compiling,
) {
  const { node, index } = place
  const { inputs, outputs } = compileMappings(node, at)
  const { startListeners, endListeners } = compileExecutionListeners(node, node.id, at)
  return {
    type,
    index,
    id: node.id,
    name: node.name,
    documentation: node.documentation,
    parent: place.parent,
    incoming: wiring.incoming.get(index) ?? [],
    outgoing: wiring.outgoing.get(index) ?? [],
    defaultFlow: flowIndex.get(node.defaultFlow ?? '') ?? -1,
    inputs,
    outputs,
    availability: compileAvailability(node, at),
    broughtAs: broughtAs(node, at),
    boundaryEvents: wiring.boundaryEvents.get(index) ?? [],
    loop: compileLoop(place, at),
    startQuantity: node.startQuantity,
    completionQuantity: node.completionQuantity,
    compensatedBy: handlerOf(index, wiring, at),
    properties: compileProperties(node, node.id, kartablPlace(node), at),
    startListeners,
    endListeners,
  }
}

/** The activity that undoes this one, by way of its compensation boundary event; -1 without one. */
function handlerOf(index: number, wiring: Wiring, at: Compiling): number {
  for (const boundary of wiring.boundaryEvents.get(index) ?? []) {
    const { node } = at.places[boundary - 1]!
    if (!node.events.some(({ type }) => type === 'Compensate')) continue
    const [handler] = handlersOf(node, at)
    if (handler !== undefined) return handler
  }
  return -1
}

function kartablPlace(node: FlowNode): KartablPlace {
  return places.get(node.type) ?? 'other'
}

const places: ReadonlyMap<NodeType, KartablPlace> = new Map([
  ['UserTask', 'userTask'],
  ['StartEvent', 'startEvent'],
  ['BoundaryEvent', 'boundaryEvent'],
  ['IntermediateCatchEvent', 'catchEvent'],
  ['EndEvent', 'endEvent'],
])
