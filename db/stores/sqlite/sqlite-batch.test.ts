import type { StoreTransaction } from '../../../engine/ports/store.ts'
import { type Database, openDatabase } from '../../connection/open-database.ts'
import { temporaryFile } from '../testing/database-under-test.ts'

let database: Database
let remove: () => Promise<void>

beforeEach(async () => {
  const file = await temporaryFile()
  remove = file.remove
  database = await openDatabase(file.url)
})

afterEach(async () => {
  await database.close()
  await remove()
})

const write = (tx: StoreTransaction, key: number) =>
  tx.insert('outbox', { key, at: 0, kind: 'hint', payload: '{}' })

/** Three commands that arrive together; the second fails as told. How often each ran, and what stays. */
async function three(failing: (tx: StoreTransaction) => unknown) {
  const runs = [0, 0, 0]
  const command = (at: number) =>
    database.store.transact([], async (tx) => {
      runs[at]!++
      if (at === 1) await failing(tx)
      write(tx, at + 1)
    })
  const outcomes = await Promise.allSettled([0, 1, 2].map(command))
  const rows = await database.store.find('outbox', { where: [] })
  return { runs, outcomes: outcomes.map(({ status }) => status), keys: rows.map(({ key }) => key) }
}

test('a command that is refused before it writes leaves the others of its batch alone', async () => {
  const done = await three(() => {
    throw new Error('refused')
  })
  expect(done).toEqual({ runs: [1, 1, 1], outcomes: ['fulfilled', 'rejected', 'fulfilled'], keys: [1, 3] })
})

test('a command that fails after it has written makes its batch run again, and every effect is there once', async () => {
  const done = await three((tx) => {
    write(tx, 99)
    throw new Error('failed')
  })
  expect(done).toEqual({ runs: [2, 2, 1], outcomes: ['fulfilled', 'rejected', 'fulfilled'], keys: [1, 3] })
})

test('a command that has used record models counts as one that has written', async () => {
  const done = await three((tx) =>
    tx.withRecords(async () => {
      throw new Error('failed')
    }),
  )
  expect(done).toEqual({ runs: [2, 2, 1], outcomes: ['fulfilled', 'rejected', 'fulfilled'], keys: [1, 3] })
})

test('a row that cannot be inserted is the failure of its own command, though rows are inserted together', async () => {
  const done = await three((tx) => write(tx, 1))
  expect(done).toEqual({ runs: [2, 2, 2], outcomes: ['fulfilled', 'rejected', 'fulfilled'], keys: [1, 3] })
})

test('a command sees what one before it in the same batch has inserted, by key and by search', async () => {
  const seen: unknown[] = []
  const see = (at: number) =>
    database.store.transact([], async (tx) => {
      seen.push((await tx.get('outbox', at - 1))?.key ?? null, await tx.count('outbox', []))
      write(tx, at)
    })
  await Promise.all([1, 2, 3].map(see))
  expect(seen).toEqual([null, 0, 1, 1, 2, 2])
})

test('a row that could not be inserted is not lost sight of when the command that came upon it goes on', async () => {
  const outcomes = await Promise.allSettled([
    database.store.transact([], async (tx) => write(tx, 7)),
    database.store.transact([], async (tx) => write(tx, 7)),
    database.store.transact([], async (tx) => {
      await tx.count('outbox', []).catch(() => null)
    }),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await database.store.count('outbox', [])).toBe(1)
})
