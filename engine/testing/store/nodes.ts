import type { EngineStore } from '../../ports/store.ts'
import { StaleRevision } from '../../ports/store.ts'
import { instanceRow, outboxRow } from './sample-rows.ts'
import type { StoreUnderTest } from './store-under-test.ts'

/** ST40–ST45: several nodes on the same data, and a node that comes back. */
export function nodeRules(made: () => StoreUnderTest): void {
  /** A store that has no second node competes with itself. */
  const twoNodes = async (): Promise<[EngineStore, EngineStore]> => {
    const { store, another } = made()
    return [store, another ? await another() : store]
  }

  test('[ST40] keys reserved by two nodes never meet', async () => {
    const nodes = await twoNodes()
    const counts = [1, 50, 3, 1000, 7, 1, 20, 8]
    const blocks = await Promise.all(
      counts.map(async (count, i) => ({ first: await nodes[i % 2]!.reserveKeys(count), count })),
    )
    const keys = blocks.flatMap(({ first, count }) => Array.from({ length: count }, (_, i) => first + i))
    expect(new Set(keys).size).toBe(counts.reduce((a, b) => a + b))
    expect(Math.min(...keys)).toBeGreaterThan(0)
  })

  test('[ST41] of two nodes that change one instance at once, exactly one wins, fifty times', async () => {
    const nodes = await twoNodes()
    await nodes[0].transact([], async (tx) => tx.insert('instances', instanceRow(1, { revision: 0 })))
    for (let revision = 0; revision < 50; revision++) {
      const change = (node: EngineStore, name: string) =>
        node
          .transact([1], async (tx) => {
            if ((await tx.instance(1))?.revision !== revision) return 'late'
            tx.update('instances', 1, { revision: revision + 1, startedBy: name }, { revision })
            return 'won'
          })
          .catch((error: unknown) => (error instanceof StaleRevision ? 'stale' : Promise.reject(error)))
      const outcomes = await Promise.all([change(nodes[0], 'first'), change(nodes[1], 'second')])
      expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1)
      const winner = outcomes[0] === 'won' ? 'first' : 'second'
      expect(await nodes[1].get('instances', 1)).toMatchObject({ revision: revision + 1, startedBy: winner })
    }
  })

  test('[ST42] no change is lost when two nodes count up one instance', async () => {
    const nodes = await twoNodes()
    await nodes[0].transact([], async (tx) => tx.insert('instances', instanceRow(1, { revision: 0 })))
    const raise = (node: EngineStore): Promise<void> =>
      node
        .transact([1], async (tx) => {
          const { revision } = (await tx.instance(1))!
          tx.update('instances', 1, { revision: revision + 1 }, { revision })
        })
        .catch((error: unknown) => (error instanceof StaleRevision ? raise(node) : Promise.reject(error)))
    await Promise.all(Array.from({ length: 60 }, (_, i) => raise(nodes[i % 2]!)))
    expect((await nodes[0].get('instances', 1))?.revision).toBe(60)
  })

  test('[ST43] commands that lock two instances in opposite orders all end', async () => {
    const nodes = await twoNodes()
    await nodes[0].transact([], async (tx) => {
      for (const key of [1, 2]) tx.insert('instances', instanceRow(key, { revision: 0 }))
    })
    const move = (node: EngineStore, from: number, to: number) =>
      node.transact([from], async (tx) => {
        for (const key of [from, to]) {
          const { revision } = (await tx.instance(key))!
          tx.update('instances', key, { revision: revision + 1 }, { revision })
        }
      })
    for (let round = 0; round < 10; round++)
      await Promise.all([
        move(nodes[0], 1, 2),
        move(nodes[1], 2, 1),
        move(nodes[0], 2, 1),
        move(nodes[1], 1, 2),
      ])
    expect((await nodes[0].get('instances', 1))?.revision).toBe(40)
    expect((await nodes[1].get('instances', 2))?.revision).toBe(40)
  })

  test('[ST46] rows that two nodes take with a lock are each taken once', async () => {
    const nodes = await twoNodes()
    await nodes[0].transact([], async (tx) => {
      for (let key = 1; key <= 60; key++) tx.insert('outbox', outboxRow(key))
    })
    const taken: number[] = []
    const take = async (node: EngineStore): Promise<void> => {
      const rows = await node.transact([], async (tx) => {
        const rows = await tx.find('outbox', { where: [], limit: 5, lock: 'skip' })
        for (const { key } of rows) tx.delete('outbox', key)
        return rows
      })
      taken.push(...rows.map(({ key }) => key))
      if (rows.length > 0) await take(node)
    }
    await Promise.all([take(nodes[0]), take(nodes[1]), take(nodes[0]), take(nodes[1])])
    while ((await nodes[0].count('outbox', [])) > 0) await take(nodes[0])
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
  })

  test('[ST47] who waits for a locked row then sees what the other has written', async () => {
    const nodes = await twoNodes()
    await nodes[0].transact([], async (tx) => tx.insert('instances', instanceRow(1)))
    const where = [{ column: 'key', is: '=', value: 1 }] as const
    const addOne = (node: EngineStore) =>
      node.transact([], async (tx) => {
        await tx.count('outbox', [])
        await tx.find('instances', { where, columns: ['key'], lock: 'wait' })
        tx.insert('outbox', outboxRow(1 + (await tx.count('outbox', []))))
      })
    await Promise.all(Array.from({ length: 40 }, (_, i) => addOne(nodes[i % 2]!)))
    expect(await nodes[0].count('outbox', [])).toBe(40)
  })

  test('[ST44] a node sees at once what another has committed', async () => {
    const [one, other] = await twoNodes()
    for (let key = 1; key <= 20; key++) {
      await one.transact([], async (tx) => tx.insert('outbox', outboxRow(key)))
      expect(await other.count('outbox', [])).toBe(key)
    }
  })

  test('[ST45] a node that comes later finds everything, and reserves keys behind the others', async () => {
    const { store, another } = made()
    if (!another) return
    const first = await store.reserveKeys(5)
    await store.transact([], async (tx) => tx.insert('instances', instanceRow(first)))
    await store.close()
    const later = await another()
    expect(await later.get('instances', first)).toEqual(instanceRow(first))
    expect(await later.reserveKeys(1)).toBeGreaterThanOrEqual(first + 5)
  })
}
