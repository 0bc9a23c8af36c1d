import { MemoryStore } from '../../ports/memory/memory-store.ts'
import { newInstance } from '../../state/new-instance.ts'
import { encodeMark } from '../../state/snapshot-mark.ts'
import { instanceRow } from '../../testing/store/sample-rows.ts'
import { LiveStates } from './live-states.ts'

const marked = (key: number, size: number) => encodeMark({ seq: 1, size, since: 0, stamp: key })

const live = (key: number, size: number) => ({
  state: newInstance(key),
  mark: marked(key, size),
  revision: 1,
  isCommitted: true,
})

/** Rows without snapshots: what is not kept can't be had. */
async function keptOf(states: LiveStates, keys: readonly number[], size: number): Promise<number[]> {
  const kept: number[] = []
  for (const key of keys) {
    const row = instanceRow(key, { state: marked(key, size), variables: '' })
    const found = await states.take(new MemoryStore(), row).catch(() => null)
    if (found) kept.push(key)
  }
  return kept
}

test('of the states that have no room the ones used longest ago are let go', async () => {
  const states = new LiveStates()
  for (const key of [1, 2, 3, 1, 4]) states.put(live(key, 5_000_000))
  expect(await keptOf(states, [1, 2, 3, 4], 5_000_000)).toEqual([1, 3, 4])
})

test('one that is larger than all the room stays as long as no other comes', async () => {
  const states = new LiveStates()
  states.put(live(1, 100))
  states.put(live(2, 50_000_000))
  expect(await keptOf(states, [1, 2], 50_000_000)).toEqual([2])
  states.put(live(2, 50_000_000))
  states.put(live(1, 100))
  expect(await keptOf(states, [2], 50_000_000)).toEqual([])
})

test('a state that was taken is not there for anybody else', async () => {
  const states = new LiveStates()
  states.put(live(1, 100))
  expect(await keptOf(states, [1, 1], 100)).toEqual([1])
})
