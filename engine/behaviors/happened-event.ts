import { needsAll } from '../graph/parts-of.ts'
import { noVariables, type Variables } from '../json.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from '../step/execution.ts'
import { openOtherParts } from '../step/triggers.ts'
import { accept } from '../step/variables.ts'
import type { Behavior } from './behavior.ts'

/**
 * Start and boundary events are reached when they have happened: they only hand on what they brought. [SE1] [BE3] A start
 * event that needs several triggers has one of them and waits for the others. [MU2]
 */
export const happenedEvent: Behavior<'startEvent' | 'boundaryEvent'> = {
  rests: false,
  enter(x, instance, element, brought, part) {
    if (part !== undefined && needsAll(element.trigger)) {
      waitForOthers(x, instance, part, brought ?? noVariables())
      return 'rests'
    }
    if (brought) accept(x, instance, brought)
    return 'done'
  },
}

/** What the first one brought is there at once: keys of the other messages may be computed from it. */
function waitForOthers(x: Execution, instance: ElementInstance, part: number, variables: Variables): void {
  const { key, element } = instance
  accept(x, instance, variables)
  openOtherParts(x, instance, x.element(instance), part)
  const wait = x.context.nextKey()
  x.emit({ type: 'partHappened', key, wait, element, part, variables: noVariables() })
}
