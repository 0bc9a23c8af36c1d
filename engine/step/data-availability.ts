import type { ElementInstance } from '../state/instance-state.ts'
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
