import type { Key } from '../key.ts'
import type { ElementInstance, InstanceState } from './instance-state.ts'

/** In a state with fewer element instances than this, looking at all of them is faster than an index. */
const WORTH_AN_INDEX = 64

type Index = Map<Key, Set<Key>>

/** Beside the states and not in them, because it is neither stored nor part of what an instance is. */
const INDEXES = new WeakMap<InstanceState, Index>()

/**
 * Active element instances directly inside a scope, in the order in which they began. In a large state the first question
 * builds an index that `apply` then keeps, so that ending many scopes does not look at everything for each.
 */
export function childrenOf(state: InstanceState, scope: Key): ElementInstance[] {
  let index = INDEXES.get(state)
  if (!index) {
    if (state.elements.size < WORTH_AN_INDEX)
      return [...state.elements.values()].filter((one) => one.scope === scope)
    index = indexOf(state)
    INDEXES.set(state, index)
  }
  return [...(index.get(scope) ?? NOTHING)].map((key) => state.elements.get(key)!)
}

/** Whether this holds for all that is active directly inside a scope; looks no further than the first for which it does not. */
export function everyChild(
  state: InstanceState,
  scope: Key,
  holds: (child: ElementInstance) => boolean,
): boolean {
  const index = INDEXES.get(state)
  if (index) {
    for (const key of index.get(scope) ?? NOTHING) if (!holds(state.elements.get(key)!)) return false
    return true
  }
  for (const one of state.elements.values()) if (one.scope === scope && !holds(one)) return false
  return true
}

export function childBegan(state: InstanceState, { key, scope }: ElementInstance): void {
  const index = INDEXES.get(state)
  if (index) add(index, scope, key)
}

export function childLeft(state: InstanceState, { key, scope }: ElementInstance): void {
  const index = INDEXES.get(state)
  index?.get(scope)?.delete(key)
  index?.delete(key)
}

function indexOf(state: InstanceState): Index {
  const index: Index = new Map()
  for (const { key, scope } of state.elements.values()) add(index, scope, key)
  return index
}

function add(index: Index, scope: Key, key: Key): void {
  const known = index.get(scope)
  if (known) known.add(key)
  else index.set(scope, new Set([key]))
}

const NOTHING: readonly Key[] = []
