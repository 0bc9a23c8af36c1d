import type { Association, Scope } from '../model/model.ts'

/** Those of a scope and of what lies inside it. */
export const associationsOf = (scope: Scope): Association[] => [
  ...scope.associations,
  ...scope.nodes.flatMap(({ inside }) => (inside === null ? [] : associationsOf(inside))),
]

/** Ids at the other ends, by id. */
export function associatedIn(associations: readonly Association[]): ReadonlyMap<string, readonly string[]> {
  const others = new Map<string, string[]>()
  const add = (id: string, other: string) => others.set(id, [...(others.get(id) ?? []), other])
  for (const { source, target } of associations) {
    add(source, target)
    add(target, source)
  }
  return others
}
