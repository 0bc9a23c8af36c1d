import type { GraphElement, ProcessGraph } from '../graph/process-graph.ts'

const known = new WeakMap<ProcessGraph, Map<number, ReadonlySet<number>>>()

/** Elements to which a token can come by the non-interrupting boundary events of an activity, without passing it again. */
export function behindBoundary(graph: ProcessGraph, activity: GraphElement): ReadonlySet<number> {
  const ofGraph = known.get(graph) ?? new Map<number, ReadonlySet<number>>()
  known.set(graph, ofGraph)
  const found = ofGraph.get(activity.index) ?? walk(graph, activity)
  ofGraph.set(activity.index, found)
  return found
}

function walk(graph: ProcessGraph, activity: GraphElement): ReadonlySet<number> {
  const seen = new Set<number>()
  const open = activity.boundaryEvents.filter((index) => isNonInterrupting(graph.elements[index]!))
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (index === activity.index || seen.has(index)) continue
    seen.add(index)
    open.push(...after(graph, graph.elements[index]!))
  }
  return seen
}

const isNonInterrupting = (event: GraphElement): boolean =>
  event.type === 'boundaryEvent' && !event.interrupting

/** What a token can pass next: an activity leads to its boundary events too, a throwing link to the event that catches it. */
function after(graph: ProcessGraph, element: GraphElement): number[] {
  const targets = element.outgoing.map((flow) => graph.flows[flow]!.target)
  const links =
    element.type === 'intermediateThrowEvent'
      ? element.actions.flatMap((action) => (action.kind === 'link' ? [action.target] : []))
      : []
  return [...targets, ...links, ...element.boundaryEvents]
}
