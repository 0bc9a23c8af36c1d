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

const { KARTABL_TEST_MARIADB, KARTABL_TEST_ONLY } = process.env

/**
 * Databases that the records' tests run on: SQLite, unless KARTABL_TEST_ONLY is `servers`; MariaDB where
 * KARTABL_TEST_MARIADB is its address.
 */
export const testDatabases: readonly [string, () => Promise<TestDatabase>][] = [
  ...(KARTABL_TEST_ONLY === 'servers' ? [] : [['SQLite', openTestSqlite] as const]),
  ...(KARTABL_TEST_MARIADB ? [['MariaDB', openMariadb] as const] : []),
].map(([name, open]) => [name, open])

export async function openTestSqlite(): Promise<TestDatabase> {
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
  const database = await openDatabase(`${KARTABL_TEST_MARIADB}/${name}`, { allowUnsafe: true })
  const drop = async () => {
    await database.sequelize.query(`DROP DATABASE \`${name}\``)
    await database.close()
  }
  return { database, drop }
}
