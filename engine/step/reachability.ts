import type { GraphElement, ProcessGraph } from '../graph/process-graph.ts'

/** The elements from which a token can come to a gateway by one of its incoming flows, without passing the gateway. */
type Reaching = ReadonlyMap<number, ReadonlySet<number>>

const known = new WeakMap<ProcessGraph, Map<number, Reaching>>()

/** By incoming flow; computed when it is first asked for: most gateways only split. */
export function reaching(graph: ProcessGraph, gateway: GraphElement): Reaching {
  const ofGraph = known.get(graph) ?? new Map<number, Reaching>()
  known.set(graph, ofGraph)
  const found = ofGraph.get(gateway.index) ?? compute(graph, gateway)
  ofGraph.set(gateway.index, found)
  return found
}

const compute = (graph: ProcessGraph, gateway: GraphElement): Reaching =>
  new Map(gateway.incoming.map((flow) => [flow, cameFrom(graph, gateway.index, flow)]))

/** Walks back from a flow. */
function cameFrom(graph: ProcessGraph, gateway: number, flow: number): ReadonlySet<number> {
  const seen = new Set<number>()
  const open = [graph.flows[flow]!.source]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (index === gateway || seen.has(index)) continue
    seen.add(index)
    open.push(...before(graph, graph.elements[index]!))
  }
  return seen
}

/**
 * What a token passes just before it comes here: a link the one that throws it; an interrupting boundary event its activity,
 * whose token leaves by it. What comes from another boundary event is one more.
 */
function before(graph: ProcessGraph, element: GraphElement): number[] {
  if (element.type === 'boundaryEvent') return element.interrupting ? [element.attachedTo] : []
  const sources = element.incoming.map((flow) => graph.flows[flow]!.source)
  if (element.type !== 'intermediateCatchEvent') return sources
  return [
    ...sources,
    ...graph.elements.filter((one) => leadsBy(one, element.index)).map(({ index }) => index),
  ]
}

const leadsBy = (element: GraphElement, target: number): boolean =>
  element.type === 'intermediateThrowEvent' &&
  element.actions.some((action) => action.kind === 'link' && action.target === target)
