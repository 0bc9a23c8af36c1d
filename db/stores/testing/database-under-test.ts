import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../connection/open-database.ts'
import { recordsUnderTest } from './records-under-test.ts'

/** A path for a SQLite file in a directory of its own, and how to remove it. */
export async function temporaryFile(): Promise<{ readonly url: string; remove(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'kartabl-store-'))
  return {
    url: `sqlite:${join(directory, 'test.db')}`,
    remove: () => rm(directory, { recursive: true, force: true }),
  }
}

/** The database at `url` with every further node that the test opens; `remove` takes the data away at the end. */
export async function databaseUnderTest(url: string, remove: () => Promise<void>) {
  const opened: Database[] = []
  const open = async () => {
    const database = await openDatabase(url)
    opened.push(database)
    return database
  }
  const { store, sequelize } = await open()
  return {
    store,
    another: async () => (await open()).store,
    records: await recordsUnderTest(sequelize),
    dispose: async () => {
      await Promise.all(opened.map((database) => database.close()))
      await remove()
    },
  }
}
