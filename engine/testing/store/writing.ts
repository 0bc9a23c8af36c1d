import type { EngineStore } from '../../ports/store.ts'
import { StaleRevision } from '../../ports/store.ts'
import { historyRow, instanceRow, taskRow } from './sample-rows.ts'
import type { StoreUnderTest } from './store-under-test.ts'

/** ST1–ST12: what a transaction does, and what it leaves behind when it fails. */
export function writingRules(made: () => StoreUnderTest): void {
  const store = (): EngineStore => made().store

  test('[ST1] the very next read sees what a resolved transaction wrote', async () => {
    for (let key = 1; key <= 30; key++) {
      await store().transact([], async (tx) => tx.insert('instances', instanceRow(key)))
      expect(await store().get('instances', key)).toEqual(instanceRow(key))
      expect(await store().count('instances', [])).toBe(key)
    }
  })

  test('[ST2] a work that throws leaves nothing behind and its own error is rethrown', async () => {
    const error = new Error('no credit')
    const failing = store().transact([], async (tx) => {
      tx.insert('instances', instanceRow(1))
      await tx.count('instances', [])
      tx.insert('tasks', taskRow(2))
      throw error
    })
    await expect(failing).rejects.toBe(error)
    expect(await store().count('instances', [])).toBe(0)
    expect(await store().count('tasks', [])).toBe(0)
  })

  test('[ST3] one that fails among sixteen that arrive together undoes its own writes only', async () => {
    const works = Array.from({ length: 16 }, (_, i) =>
      store().transact([], async (tx) => {
        tx.insert('instances', instanceRow(i + 1))
        if (i % 2 === 0) await tx.count('instances', [])
        if (i === 7 || i === 10) throw new Error(`refused ${i}`)
        return i
      }),
    )
    const outcomes = await Promise.allSettled(works)
    expect(outcomes.flatMap((outcome, i) => (outcome.status === 'rejected' ? [i] : []))).toEqual([7, 10])
    const rows = await store().find('instances', { where: [], columns: ['key'] })
    expect(rows.map((row) => row.key)).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 13, 14, 15, 16])
  })

  test('[ST4] an update that expects another revision throws StaleRevision and undoes the command', async () => {
    await store().transact([], async (tx) => {
      tx.insert('instances', instanceRow(1, { revision: 5 }))
      tx.insert('tasks', taskRow(2, { revision: 5 }))
    })
    const stale = (table: 'instances' | 'tasks', key: number) =>
      store().transact([1], async (tx) => {
        tx.insert('outbox', { key: 9, at: 1, kind: 'live', payload: '{}' })
        tx.update(table, key, { revision: 6 }, { revision: 4 })
      })
    await expect(stale('instances', 1)).rejects.toBeInstanceOf(StaleRevision)
    await expect(stale('tasks', 2)).rejects.toBeInstanceOf(StaleRevision)
    await expect(stale('tasks', 404)).rejects.toBeInstanceOf(StaleRevision)
    expect(await store().count('outbox', [])).toBe(0)
  })

  test('[ST4] an update to the same values still has the revision that it expects', async () => {
    await store().transact([], async (tx) => tx.insert('tasks', taskRow(1, { revision: 3 })))
    await store().transact([], async (tx) => tx.update('tasks', 1, { name: 'Approve' }, { revision: 3 }))
    expect(await store().get('tasks', 1)).toEqual(taskRow(1, { revision: 3 }))
  })

  test('[ST4] an update of no column changes nothing, and still has the revision that it expects', async () => {
    await store().transact([], async (tx) => tx.insert('tasks', taskRow(1, { revision: 3 })))
    await store().transact([], async (tx) => tx.update('tasks', 1, {}))
    await store().transact([], async (tx) => tx.update('tasks', 1, {}, { revision: 3 }))
    const stale = store().transact([], async (tx) => tx.update('tasks', 1, {}, { revision: 4 }))
    await expect(stale).rejects.toBeInstanceOf(StaleRevision)
    expect(await store().get('tasks', 1)).toEqual(taskRow(1, { revision: 3 }))
  })

  test('[ST5] of commands that arrive together, each sees the ones before it', async () => {
    await store().transact([], async (tx) => tx.insert('instances', instanceRow(1, { revision: 0 })))
    const raise = () =>
      store().transact([1], async (tx) => {
        const { revision } = (await tx.instance(1))!
        tx.insert('history', historyRow(1, revision + 1))
        tx.update('instances', 1, { revision: revision + 1 }, { revision })
        return revision + 1
      })
    expect(await Promise.all(Array.from({ length: 20 }, raise))).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    )
    expect((await store().get('instances', 1))?.revision).toBe(20)
    expect(await store().count('history', [{ column: 'instance', is: '=', value: 1 }])).toBe(20)
  })

  test('[ST5] of two that expect the same revision and arrive together, the second is stale', async () => {
    await store().transact([], async (tx) => tx.insert('instances', instanceRow(1)))
    const raise = () =>
      store().transact([1], async (tx) => tx.update('instances', 1, { revision: 2 }, { revision: 1 }))
    const outcomes = await Promise.allSettled([raise(), raise()])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  })

  test('[ST6] a transaction sees its own writes, others only after its commit', async () => {
    await store().transact([], async (tx) => tx.insert('tasks', taskRow(1)))
    await store().transact([], async (tx) => {
      tx.insert('instances', instanceRow(5))
      tx.insert('tasks', taskRow(2, { assignee: 'mina' }))
      tx.update('tasks', 1, { assignee: 'mina', revision: 2 })
      expect(await tx.instance(5)).toEqual(instanceRow(5))
      expect(await tx.get('tasks', 1)).toEqual(taskRow(1, { assignee: 'mina', revision: 2 }))
      const mine = [{ column: 'assignee', is: '=', value: 'mina' }] as const
      expect((await tx.find('tasks', { where: mine })).map(({ key }) => key)).toEqual([1, 2])
      tx.delete('tasks', 2)
      expect(await tx.count('tasks', mine)).toBe(1)
      expect(await tx.get('tasks', 2)).toBeUndefined()
      expect(await store().count('tasks', mine)).toBe(0)
      tx.update('instances', 5, { revision: 2 })
      expect((await tx.instance(5))?.revision).toBe(2)
    })
    expect((await store().get('instances', 5))?.revision).toBe(2)
  })

  const lives = [
    { name: 'inserted and updated', steps: ['insert', 'update'], after: 'updated' },
    { name: 'inserted, updated and deleted', steps: ['insert', 'update', 'delete'], after: null },
    {
      name: 'deleted and inserted again',
      steps: ['insert', 'commit', 'delete', 'insert'],
      after: 'inserted',
    },
    { name: 'deleted, then updated', steps: ['insert', 'commit', 'delete', 'update'], after: null },
    { name: 'updated twice', steps: ['insert', 'commit', 'update', 'update'], after: 'updated' },
  ]
  test.each(lives)('[ST7] a row $name in one transaction ends as $after', async ({ steps, after }) => {
    const commit = steps.indexOf('commit')
    for (const part of [steps.slice(0, Math.max(commit, 0)), steps.slice(commit + 1)])
      await store().transact([], async (tx) => {
        for (const step of part) {
          if (step === 'insert') tx.insert('instances', instanceRow(1, { state: 'inserted' }))
          if (step === 'update') tx.update('instances', 1, { state: 'updated' })
          if (step === 'delete') tx.delete('instances', 1)
        }
      })
    expect((await store().get('instances', 1))?.state ?? null).toBe(after)
  })

  test('[ST8] a key that is taken is refused, in the same and in a later transaction', async () => {
    const insert = (times: number) =>
      store().transact([], async (tx) => {
        for (let i = 0; i < times; i++) tx.insert('instances', instanceRow(1, { state: `${i}` }))
      })
    await expect(insert(2)).rejects.toMatchObject({ code: 'duplicate_row' })
    await insert(1)
    await expect(insert(1)).rejects.toMatchObject({ code: 'duplicate_row' })
    expect((await store().get('instances', 1))?.state).toBe('0')
  })

  test('[ST9] a transaction is of no use once its work has resolved', async () => {
    const kept = await store().transact([], async (tx) => ({ tx }))
    await expect(kept.tx.get('tasks', 1)).rejects.toMatchObject({ code: 'transaction_over' })
    expect(() => kept.tx.insert('tasks', taskRow(1))).toThrow('over')
  })

  test('[ST10] a write that fails undoes the command even when the work goes on', async () => {
    await store().transact([], async (tx) => tx.insert('instances', instanceRow(1, { revision: 2 })))
    const stubborn = store().transact([1], async (tx) => {
      await tx.instance(1)
      tx.insert('tasks', taskRow(5))
      try {
        tx.update('instances', 1, { revision: 2 }, { revision: 1 })
      } catch {
        // A handler that hides the error.
      }
    })
    await expect(stubborn).rejects.toBeInstanceOf(StaleRevision)
    expect(await store().count('tasks', [])).toBe(0)
  })

  test('[ST11] history is read by instance in the order it happened, and goes as a whole', async () => {
    await store().transact([], async (tx) => {
      for (const seq of [3, 1, 2]) tx.insert('history', historyRow(7, seq))
      tx.insert('history', historyRow(8, 1))
    })
    const ofSeven = { where: [{ column: 'instance', is: '=', value: 7 }] } as const
    expect((await store().find('history', ofSeven)).map(({ seq }) => seq)).toEqual([1, 2, 3])
    await expect(store().get('history', 7)).rejects.toMatchObject({ code: 'no_single_key' })
    await store().transact([], async (tx) => tx.delete('history', 7))
    expect(await store().find('history', { where: [] })).toEqual([historyRow(8, 1)])
  })

  test('[ST12] a snapshot and the history after it are read with what the transaction itself has written', async () => {
    const after = (seq: number) =>
      [
        { column: 'instance', is: '=', value: 7 },
        { column: 'seq', is: '>', value: seq },
        { column: 'seq', is: '<=', value: 5 },
      ] as const
    await store().transact([7], async (tx) => {
      tx.insert('snapshots', { key: 7, seq: 2, state: 'x'.repeat(200_000), variables: '{}' })
      for (const seq of [6, 3, 1, 2, 4]) tx.insert('history', historyRow(7, seq))
      tx.insert('history', historyRow(8, 4))
    })
    await store().transact([7], async (tx) => {
      tx.insert('history', historyRow(7, 5))
      expect((await tx.find('history', { where: after(2) })).map(({ seq }) => seq)).toEqual([3, 4, 5])
      tx.update('snapshots', 7, { seq: 5, state: '[]' })
      expect(await tx.get('snapshots', 7)).toEqual({ key: 7, seq: 5, state: '[]', variables: '{}' })
    })
    expect((await store().get('snapshots', 7))?.seq).toBe(5)
    expect(await store().count('history', after(3))).toBe(2)
    await store().transact([7], async (tx) => tx.delete('snapshots', 7))
    expect(await store().get('snapshots', 7)).toBeUndefined()
  })
}
