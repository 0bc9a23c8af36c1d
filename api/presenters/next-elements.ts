import type { GraphElement, ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { TaskDetail } from '../contract/index.ts'
import { elementTexts } from './definition-texts.ts'

const isGateway = (element: GraphElement) =>
  element.type === 'exclusiveGateway' || element.type === 'parallelGateway'

/** What can follow an element: the next activities and events, seen through gateways. */
export function nextElements(graph: ProcessGraph, from: GraphElement): TaskDetail['next'] {
  const seen = new Set<number>()
  const found: GraphElement[] = []
  const follow = (element: GraphElement) => {
    for (const flow of element.outgoing) {
      const target = graph.elements[graph.flows[flow]?.target ?? -1]
      if (target === undefined || seen.has(target.index)) continue
      seen.add(target.index)
      if (isGateway(target)) follow(target)
      else found.push(target)
    }
  }
  follow(from)
  return found.map((element) => ({ elementId: element.id, type: element.type, ...elementTexts(element) }))
}
