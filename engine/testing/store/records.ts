import { instanceRow } from './sample-rows.ts'
import type { RecordsUnderTest, StoreUnderTest } from './store-under-test.ts'

/** ST50–ST54: records are written in the command's own transaction. For stores that have records. */
export function recordRules(made: () => StoreUnderTest): void {
  const records = (): RecordsUnderTest => made().records!

  test('[ST50] a record and the engine’s rows are committed together', async () => {
    await made().store.transact([], async (tx) => {
      tx.insert('instances', instanceRow(1))
      await tx.withRecords((given) => records().write('order', given))
    })
    expect(await records().read()).toEqual(['order'])
    expect(await made().store.count('instances', [])).toBe(1)
  })

  test('[ST51] among sixteen that arrive together, the record of one that fails goes with it', async () => {
    const works = Array.from({ length: 16 }, (_, i) =>
      made().store.transact([], async (tx) => {
        tx.insert('instances', instanceRow(i + 1))
        await tx.withRecords((given) => records().write(`order ${i + 1}`, given))
        if (i === 4) throw new Error('no credit')
      }),
    )
    await Promise.allSettled(works)
    const kept = Array.from({ length: 16 }, (_, i) => i + 1).filter((i) => i !== 5)
    expect(new Set(await records().read())).toEqual(new Set(kept.map((i) => `order ${i}`)))
    expect((await made().store.find('instances', { where: [] })).map(({ key }) => key)).toEqual(kept)
  })

  test('[ST52] a query where records are written, but without the transaction, is refused and undoes the command', async () => {
    const careless = made().store.transact([], async (tx) => {
      tx.insert('instances', instanceRow(1))
      await tx.withRecords(() => records().write('stray'))
    })
    await expect(careless).rejects.toMatchObject({ code: 'query_outside_transaction' })
    expect(await records().read()).toEqual([])
    expect(await made().store.count('instances', [])).toBe(0)
  })

  test('[ST53] a query that comes after its command has ended is refused', async () => {
    const kept = await made().store.transact([], async (tx) => tx.withRecords(async (given) => ({ given })))
    await expect(records().write('late', kept.given)).rejects.toThrow()
    const { tx } = await made().store.transact([], async (tx) => ({ tx }))
    expect(() => tx.withRecords((given) => records().write('later', given))).toThrow()
    expect(await records().read()).toEqual([])
  })

  test('[ST54] a command where records are written is refused instead of waiting for itself', async () => {
    const { store } = made()
    const nested = store.transact([], (tx) => tx.withRecords(() => store.transact([], async () => 1)))
    await expect(nested).rejects.toMatchObject({ code: 'nested_transaction' })
    const reserving = store.transact([], (tx) => tx.withRecords(() => store.reserveKeys(1)))
    await expect(reserving).rejects.toMatchObject({ code: 'nested_transaction' })
    expect(await store.transact([], async () => 'goes on')).toBe('goes on')
  })
}
