import { accept } from '../step/variables.ts'
import type { Behavior } from './behavior.ts'

/** Start and boundary events are reached when they have happened: they only hand on what they brought. [SE1] [BE3] */
export const happenedEvent: Behavior<'startEvent' | 'boundaryEvent'> = {
  rests: false,
  enter(x, instance, _element, brought) {
    if (brought) accept(x, instance, brought)
    return 'done'
  },
}
