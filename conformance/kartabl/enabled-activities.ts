import { offeredIn } from '../../engine/state/offered-in.ts'
import type { Spot } from './instances.ts'

/** What may be started now in each ad-hoc sub-process that is active, as people are offered it. */
export function enabledActivities(spots: readonly Spot[]): ReadonlyMap<string, readonly string[]> {
  const enabled = new Map<string, readonly string[]>()
  for (const { instance, at, element } of spots) {
    if (element.type !== 'adHocSubProcess') continue
    const offered = offeredIn(element, at).map((index) => instance.graph.elements[index]!.id)
    enabled.set(element.id, [...(enabled.get(element.id) ?? []), ...offered])
  }
  return enabled
}
