import type { GraphElement } from '../graph/process-graph.ts'
import type { ElementInstance, Wait } from '../state/instance-state.ts'
import { conditionHolds } from './conditions.ts'
import type { Execution } from './execution.ts'

/**
 * An activity none of whose input sets is available begins to wait until one is; of a loop the whole of it does. [DO6]
 * (OMG BPMN 2.0.2, 10.4.2)
 *
 * @returns whether it waits
 */
export function waitForData(x: Execution, instance: ElementInstance): boolean {
  const { availability } = x.element(instance)
  if (!availability || instance.loopCounter > 0 || conditionHolds(x, instance, availability.condition))
    return false
  const { key, element } = instance
  x.emit({ type: 'conditionOpened', key, condition: x.context.nextKey(), element, holds: false, part: 0 })
  return true
}

/** Whether an instance of this element, an activity, waits with that for its data; an event waits for its own condition. */
export const isForData = ({ availability, index }: GraphElement, wait: Wait): boolean =>
  availability !== null && wait.kind === 'condition' && wait.element === index

export const awaitsData = (element: GraphElement, { waits }: ElementInstance): boolean =>
  waits.some((wait) => isForData(element, wait))
