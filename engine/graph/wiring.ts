import type { Place } from './compiling.ts'
import type { GraphFlow } from './process-graph.ts'

/** Sequence flows and boundary events by the number of the element they belong to. */
export interface Wiring {
  readonly incoming: ReadonlyMap<number, readonly number[]>
  readonly outgoing: ReadonlyMap<number, readonly number[]>
  readonly boundaryEvents: ReadonlyMap<number, readonly number[]>
}

export function wire(
  flows: readonly GraphFlow[],
  places: readonly Place[],
  placeOf: ReadonlyMap<string, Place>,
): Wiring {
  const boundaries = places.filter(({ node }) => node.type === 'BoundaryEvent')
  return {
    incoming: group(flows, (flow) => flow.target),
    outgoing: group(flows, (flow) => flow.source),
    boundaryEvents: group(boundaries, ({ node }) => placeOf.get(node.attachedTo)?.index ?? -1),
  }
}

/** Indexes of items by key. */
function group<T extends { readonly index: number }>(
  items: readonly T[],
  keyOf: (item: T) => number,
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  for (const item of items) {
    const found = groups.get(keyOf(item))
    if (found === undefined) groups.set(keyOf(item), [item.index])
    else found.push(item.index)
  }
  return groups
}
