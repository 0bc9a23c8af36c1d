import { openWaits } from '../step/triggers.ts'
import type { Behavior } from './behavior.ts'

/** Waits for the events that follow it; step/happen goes on from the one that happens. [EG1] */
export const eventBasedGateway: Behavior<'eventBasedGateway'> = {
  rests: true,
  enter(x, instance, { events }) {
    openWaits(
      x,
      instance,
      events.map((index) => x.graph.elements[index]!),
    )
    return 'rests'
  },
  flows: () => [],
}
