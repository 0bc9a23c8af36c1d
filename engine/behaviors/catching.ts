import { openWaits } from '../step/triggers.ts'
import type { Behavior } from './behavior.ts'

/** Waits for its message or timer. [IC1] A receive task is the same for messages. [RT1] */
export const catching: Behavior<'intermediateCatchEvent' | 'receiveTask'> = {
  rests: true,
  enter(x, instance, element) {
    openWaits(x, instance, [element])
    return 'rests'
  },
}
