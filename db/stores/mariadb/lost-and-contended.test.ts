import { CommitUnknown } from '../../../engine/ports/store.ts'
import { historyRow, instanceRow } from '../../../engine/testing/store/sample-rows.ts'
import { type Database, openDatabase } from '../../connection/open-database.ts'
import type { StoreTx } from '../store-tx.ts'
import { type CuttingProxy, cuttingProxy } from '../testing/cutting-proxy.ts'
import { describeWithMariadb, temporaryMysql } from '../testing/mariadb-for-tests.ts'

describeWithMariadb('MariaDB lanes', () => {
  const { url, remove } = temporaryMysql()
  let proxy: CuttingProxy
  let database: Database

  beforeAll(async () => {
    const server = new URL(url)
    proxy = await cuttingProxy(server.hostname, Number(server.port || 3306))
    server.hostname = '127.0.0.1'
    server.port = String(proxy.port)
    database = await openDatabase(server.toString())
  })
  afterAll(async () => {
    await database.close()
    await proxy.close()
    await remove()
  })
  beforeEach(async () => {
    proxy.atCommit = 'pass'
    await database.store.transact([], async (tx) => {
      for (const { key } of await tx.find('instances', { where: [] })) tx.delete('instances', key)
    })
  })

  const raise = (key: number) =>
    database.store.transact([key], async (tx) => {
      const { revision } = (await tx.instance(key))!
      tx.insert('history', historyRow(key, Date.now() + revision))
      tx.update('instances', key, { revision: revision + 1 }, { revision })
      tx.insert('outbox', { key: await nextKey(), at: 1, kind: 'live', payload: '{}' })
    })
  let key = 1000
  const nextKey = async () => ++key

  const revisionOf = async (instance: number) => (await database.store.get('instances', instance))?.revision

  test('a connection lost before the commit makes the outcome unknown, and the next command goes on', async () => {
    await database.store.transact([], async (tx) => tx.insert('instances', instanceRow(1)))
    proxy.atCommit = 'cut'
    await expect(raise(1)).rejects.toBeInstanceOf(CommitUnknown)
    proxy.atCommit = 'pass'
    expect(await revisionOf(1)).toBe(1)
    await raise(1)
    expect(await revisionOf(1)).toBe(2)
  })

  test('a connection lost after the commit makes the outcome unknown, and the next command goes on', async () => {
    await database.store.transact([], async (tx) => tx.insert('instances', instanceRow(1)))
    proxy.atCommit = 'hold the answer'
    const unknown = expect(raise(1)).rejects.toBeInstanceOf(CommitUnknown)
    while ((await revisionOf(1)) !== 2);
    proxy.cutHeld()
    await unknown
    proxy.atCommit = 'pass'
    await raise(1)
    expect(await revisionOf(1)).toBe(3)
  })

  test('a command costs two round trips, and sixteen that arrive together little more', async () => {
    await database.store.transact([], async (tx) => {
      for (let instance = 2; instance <= 32; instance += 2) tx.insert('instances', instanceRow(instance))
    })
    const before = proxy.asked
    await raise(2)
    expect(proxy.asked - before).toBe(2)
    const together = proxy.asked
    await Promise.all(Array.from({ length: 16 }, (_, i) => raise((i + 1) * 2)))
    expect(proxy.asked - together).toBeLessThanOrEqual(6)
  })

  const handlers = [
    { name: 'lets the error through', meet: (query: Promise<unknown>) => query },
    { name: 'hides the error', meet: (query: Promise<unknown>) => query.catch(() => {}) },
    {
      name: 'wraps the error',
      meet: (query: Promise<unknown>) =>
        query.catch((cause: unknown) => {
          throw new Error('handler failed', { cause })
        }),
    },
  ]
  /** Two commands of two lanes, each holding one instance, ask for the other’s: the database has to undo one. */
  test.each(handlers)('after a deadlock the command runs again when its handler $name', async ({ meet }) => {
    await database.store.transact([], async (tx) => {
      for (const instance of [1, 2]) tx.insert('instances', instanceRow(instance))
    })
    let runs = 0
    let bothHold = () => {}
    const both = new Promise<void>((resolve) => {
      bothHold = resolve
    })
    const cross = (own: number, other: number) =>
      database.store.transact([own], async (tx) => {
        if (++runs === 2) bothHold()
        await both
        const update = `UPDATE instances SET incidents = incidents + 1 WHERE \`key\` = ${other}`
        await tx.withRecords(async (records) => {
          const transaction = records as StoreTx // on SQL stores
          await meet(database.sequelize.query(update, { transaction }))
        })
        tx.update('instances', own, { revision: 2 })
      })
    await Promise.all([cross(1, 2), cross(2, 1)])
    expect(runs).toBe(3)
    for (const instance of [1, 2])
      expect(await database.store.get('instances', instance)).toMatchObject({ revision: 2, incidents: 1 })
  })

  test('of two commands that insert the same thing at once, the second finds it when it runs again', async () => {
    const answer = (name: string, id: number) =>
      database.store.transact([id], async (tx) => {
        const where = [{ column: 'idempotencyKey', is: '=', value: 'once' }] as const
        const [known] = await tx.find('answers', { where })
        if (known) return known.body
        await new Promise((resolve) => setImmediate(resolve))
        tx.insert('answers', {
          key: id,
          user: 'sara',
          idempotencyKey: 'once',
          requestHash: '',
          status: 200,
          body: name,
          expiresAt: 1,
        })
        return name
      })
    const [first, second] = await Promise.all([answer('first', 1), answer('second', 2)])
    expect(first).toBe(second)
  })
})
