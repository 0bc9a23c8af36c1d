import type { Key } from '../key.ts'
import { apply } from './apply.ts'
import type { EngineEvent } from './event.ts'
import type { InstanceState } from './instance-state.ts'
import { newInstance } from './new-instance.ts'

/** The state that the whole history of an instance leads to. */
export const replay = (key: Key, events: Iterable<EngineEvent>): InstanceState => {
  const state = newInstance(key)
  for (const event of events) apply(state, event)
  return state
}
