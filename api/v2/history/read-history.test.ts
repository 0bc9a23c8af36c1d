import { MemoryStore } from '../../../engine/ports/memory/memory-store.ts'
import { encodeEvents } from '../../../engine/state/event-codec.ts'
import { readHistories, readHistory } from './read-history.ts'

/** History rows, more of them than one query asks for, in which each row begins one element instance. */
async function storeOf(rowsOf: Readonly<Record<number, number>>): Promise<MemoryStore> {
  const store = new MemoryStore()
  await store.open()
  await store.transact([], async (tx) => {
    for (const [key, rows] of Object.entries(rowsOf)) {
      const instance = Number(key)
      for (let seq = 1; seq <= rows; seq++) {
        const begun = { key: instance + seq, element: 1, scope: instance, loopCounter: 0 }
        const events = encodeEvents(instance, [{ type: 'elementActivated', ...begun }])
        tx.insert('history', { instance, seq, at: seq, by: 'test', events })
      }
    }
  })
  return store
}

const counts = { 10000: 3, 20000: 1_500, 30000: 0, 40000: 2_500, 50000: 1 }

test('several histories are read whole and in the order asked for, however long they are', async () => {
  const store = await storeOf(counts)
  const histories = await readHistories(store, [40_000, 10_000, 30_000, 50_000, 20_000])
  expect(histories.map(({ instance, elements }) => [instance, elements.size])).toEqual([
    [40_000, 2_500],
    [10_000, 3],
    [30_000, 0],
    [50_000, 1],
    [20_000, 1_500],
  ])
})

test('more histories than are asked for together are read too', async () => {
  const rowsOf = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [(at + 1) * 10, (at % 3) + 1]))
  const histories = await readHistories(await storeOf(rowsOf), Object.keys(rowsOf).map(Number))
  expect(histories.map(({ elements }) => elements.size)).toEqual(Object.values(rowsOf))
})

test('one history is that of its instance alone, empty when there is none', async () => {
  const store = await storeOf(counts)
  expect((await readHistory(store, 10_000)).elements.size).toBe(3)
  expect(await readHistory(store, 99)).toMatchObject({ instance: 99, definition: 0 })
})
