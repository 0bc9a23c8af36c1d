import type { GraphElement, ProcessGraph } from '../../graph/process-graph.ts'
import type { ElementInstance } from '../../state/instance-state.ts'

/**
 * Events that are waited for on behalf of an instance of this element beside its own: boundary events, start events of
 * the event sub-processes in it, and the events behind an event-based gateway. As in [TR1]: of a multi-instance, the whole has the former and each item the latter.
 */
export function catchingAt(
  graph: ProcessGraph,
  element: GraphElement,
  { loopCounter }: ElementInstance,
): number[] {
  if (element.type === 'eventBasedGateway') return [...element.events]
  const isInner = loopCounter > 0
  const isWhole = !isInner && element.loop !== null
  const starts =
    'eventSubProcesses' in element && !isWhole ? element.eventSubProcesses.map(startOf(graph)) : []
  return [...(isInner ? [] : element.boundaryEvents), ...starts]
}

const startOf =
  (graph: ProcessGraph) =>
  (index: number): number => {
    const element = graph.elements[index]!
    return element.type === 'eventSubProcess' ? element.startEvent : -1
  }
