import type { Key } from '../key.ts'
import type { ElementInstance, InstanceState, Wait } from './instance-state.ts'

/** Kinds of waits that something inside the instance can meet, so that who has them is asked for during a step. */
type Kind = 'condition' | 'signal'

/** In a state with fewer element instances than this, looking at all of them is faster than an index. */
const WORTH_AN_INDEX = 64

/** May hold instances whose wait is over; all that wait are in it. */
type Index = Readonly<Record<Kind, Set<Key>>>

/** Beside the states and not in them, because it is neither stored nor part of what an instance is. */
const INDEXES = new WeakMap<InstanceState, Index>()

/**
 * Active element instances that wait for such a thing, by their keys: an order that is the same however the state came
 * about. In a large state the first question builds an index that `apply` then keeps, so that a command does not look at
 * every open task for the few that wait.
 */
export function waitingFor(state: InstanceState, kind: Kind): ElementInstance[] {
  return candidates(state, kind)
    .filter(({ waits }) => waits.some((wait) => wait.kind === kind))
    .sort((one, other) => one.key - other.key)
}

export function waitOpened(state: InstanceState, key: Key, { kind }: Wait): void {
  if (kind === 'condition' || kind === 'signal') INDEXES.get(state)?.[kind].add(key)
}

export function waiterLeft(state: InstanceState, key: Key): void {
  const index = INDEXES.get(state)
  index?.condition.delete(key)
  index?.signal.delete(key)
}

function candidates(state: InstanceState, kind: Kind): ElementInstance[] {
  let index = INDEXES.get(state)
  if (!index) {
    if (state.elements.size < WORTH_AN_INDEX) return [...state.elements.values()]
    index = indexOf(state)
    INDEXES.set(state, index)
  }
  return [...index[kind]].map((key) => state.elements.get(key)!)
}

function indexOf(state: InstanceState): Index {
  const index: Index = { condition: new Set(), signal: new Set() }
  for (const { key, waits } of state.elements.values())
    for (const { kind } of waits) if (kind === 'condition' || kind === 'signal') index[kind].add(key)
  return index
}
