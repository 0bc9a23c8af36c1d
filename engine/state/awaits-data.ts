import type { GraphElement } from '../graph/process-graph.ts'
import type { ElementInstance, Wait } from './instance-state.ts'

/** Whether an instance of this element, an activity, waits with that for its data; an event waits for its own condition. */
export const isForData = ({ availability, index }: GraphElement, wait: Wait): boolean =>
  availability !== null && wait.kind === 'condition' && wait.element === index

/** Whether it has not begun because data is missing. [DO6] */
export const awaitsData = (element: GraphElement, { waits }: ElementInstance): boolean =>
  waits.some((wait) => isForData(element, wait))
