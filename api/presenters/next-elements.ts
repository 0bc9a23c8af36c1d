import type { GraphElement, ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { TaskDetail } from '../contract/index.ts'
import { elementTexts } from './definition-texts.ts'

/** What passes by itself: nobody waits there for a person. */
const PASSED: ReadonlySet<GraphElement['type']> = new Set<GraphElement['type']>([
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'complexGateway',
  'eventBasedGateway',
  'serviceTask',
  'scriptTask',
  'businessRuleTask',
  'sendTask',
  'intermediateThrowEvent',
  'manualTask',
  'task',
])

/** What people meet after an element: the next tasks, waits, calls and ends, seen through what the engine does. */
export function nextElements(graph: ProcessGraph, from: GraphElement): TaskDetail['next'] {
  const seen = new Set<number>()
  const found: GraphElement[] = []
  const follow = (element: GraphElement) => {
    for (const index of targetsOf(graph, element)) {
      const target = graph.elements[index]
      if (target === undefined || seen.has(target.index)) continue
      seen.add(target.index)
      if (PASSED.has(target.type)) follow(target)
      else found.push(target)
    }
  }
  follow(from)
  return found.map((element) => ({ elementId: element.id, type: element.type, ...elementTexts(element) }))
}

/** By its flows, and from a link to where it leads. */
const targetsOf = (graph: ProcessGraph, element: GraphElement): number[] => [
  ...element.outgoing.map((flow) => graph.flows[flow]?.target ?? -1),
  ...(element.type === 'intermediateThrowEvent' ? element.actions : []).flatMap((action) =>
    action.kind === 'link' ? [action.target] : [],
  ),
]
