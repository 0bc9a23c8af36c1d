import { activeElements, begin } from '../step/ad-hoc.ts'
import type { Behavior } from './behavior.ts'

/** Offers its activities to people, and begins those that the diagram lists; an empty one is done at once. [AH1] [AH4] */
export const adHocSubProcess: Behavior<'adHocSubProcess'> = {
  rests: true,
  enter(x, instance, element) {
    if (element.offered.length === 0) return 'done'
    const active = activeElements(x, instance, element)
    begin(x, instance, active)
    if (active.length === 0) x.settleLater(instance.key)
    return 'rests'
  },
}
