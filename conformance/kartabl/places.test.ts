import { placeOf, type StoreKind } from './places.ts'

test.each<StoreKind>(['memory', 'sqlite'])(
  'a place on %s keeps its rows over a restart and is empty at every beginning',
  async (kind) => {
    const place = await placeOf(kind)
    const store = await place.begin()
    await store.transact([], async (tx) => tx.insert('deployments', { key: 1, at: 0, by: 'somebody' }))
    const restarted = await place.reopen()
    expect(await restarted.count('deployments', [])).toBe(1)
    const again = await place.begin()
    expect(await again.count('deployments', [])).toBe(0)
    await place.end()
    await place.remove()
  },
)
