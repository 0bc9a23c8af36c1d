import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../connection/open-database.ts'

export interface TestDatabase {
  readonly database: Database
  /** Closes it and removes what it left. */
  drop(): Promise<void>
}

/** Databases that the records' tests run on: always SQLite; MariaDB where KARTABL_TEST_MARIADB is its address. */
export const testDatabases: readonly [string, () => Promise<TestDatabase>][] = [
  ['SQLite', openSqlite],
  ...(process.env.KARTABL_TEST_MARIADB
    ? [['MariaDB', openMariadb] as [string, () => Promise<TestDatabase>]]
    : []),
]

async function openSqlite(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'kartabl-records-'))
  const options = { allowUnsafe: true, synchronous: 'OFF' } as const // tests are not about power failures
  const database = await openDatabase(`sqlite:${join(folder, 'test.db')}`, options)
  const drop = async () => {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { database, drop }
}

async function openMariadb(): Promise<TestDatabase> {
  const name = `kartabl_records_${randomUUID().slice(0, 8)}`
  const database = await openDatabase(`${process.env.KARTABL_TEST_MARIADB}/${name}`, { allowUnsafe: true })
  const drop = async () => {
    await database.sequelize.query(`DROP DATABASE \`${name}\``)
    await database.close()
  }
  return { database, drop }
}
