import type { Spot } from './instances.ts'

/** What may be started in each ad-hoc sub-process that is active: everything inside that no flow leads to. */
export function enabledActivities(spots: readonly Spot[]): ReadonlyMap<string, readonly string[]> {
  const enabled = new Map<string, readonly string[]>()
  for (const { instance, element } of spots) {
    if ((element.type as string) !== 'adHocSubProcess') continue
    const inside = instance.graph.elements.filter(
      ({ parent, incoming }) => parent === element.index && incoming.length === 0,
    )
    enabled.set(
      element.id,
      inside.filter(({ type }) => !notStartable.has(type)).map(({ id }) => id),
    )
  }
  return enabled
}

const notStartable: ReadonlySet<string> = new Set(['boundaryEvent', 'eventSubProcess', 'startEvent'])
