import type { GraphElement, ProcessGraph } from '../../engine/graph/process-graph.ts'
import { awaitsData } from '../../engine/state/awaits-data.ts'
import type { ElementInstance, InstanceState } from '../../engine/state/instance-state.ts'
import { visibleIn } from '../../engine/state/visible.ts'
import type { InstanceDetail } from '../contract/index.ts'

type AwaitedData = InstanceDetail['awaitedData'][number]

/** Whether any activity of the diagram can wait for data: else there is nothing to look for. */
export const mayAwaitData = ({ elements }: ProcessGraph): boolean =>
  elements.some(({ availability }) => availability !== null)

/** Which activities wait for data, and for which: of each way to begin, what is not there yet. [DO6] */
export function awaitedDataOf(graph: ProcessGraph, state: InstanceState): AwaitedData[] {
  const found = new Map<string, AwaitedData>()
  for (const one of state.elements.values()) {
    const element = graph.elements[one.element]
    // Several tokens wait for the same data of the diagram: the first one tells.
    if (element && !found.has(element.id) && awaitsData(element, one))
      found.set(element.id, { elementId: element.id, oneOf: missingFor(element, state, one) })
  }
  return [...found.values()]
}

function missingFor({ availability }: GraphElement, state: InstanceState, one: ElementInstance) {
  const visible = visibleIn(state, one)
  return (availability?.sets ?? []).map((set) =>
    set.filter(({ variable }) => visible[variable] == null).map(({ name }) => name),
  )
}
