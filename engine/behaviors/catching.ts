import { partsOf } from '../graph/parts-of.ts'
import { openWaits, triggerOf } from '../step/triggers.ts'
import { accept } from '../step/variables.ts'
import type { Behavior } from './behavior.ts'

/**
 * Waits for its triggers. [IC1] A receive task is the same for messages. [RT1] After an event-based gateway it has happened
 * already, and a link is never waited for.
 */
export const catching: Behavior<'intermediateCatchEvent' | 'receiveTask'> = {
  rests: true,
  enter(x, instance, element, brought) {
    if (brought) accept(x, instance, brought)
    if (brought || partsOf(triggerOf(element)).every(({ kind }) => kind === 'link')) return 'done'
    openWaits(x, instance, [element])
    return 'rests'
  },
}
