import { SqlInbox } from '../../inbox/sql-inbox.ts'
import { prepareSchema } from '../../migrations/run.ts'
import { UnsafeDatabase } from '../../stores/errors.ts'
import type { AskRows } from '../../stores/sql/sql-text.ts'
import { SqliteStore } from '../../stores/sqlite/sqlite-store.ts'
import type { Database, OpenOptions } from '../open-database.ts'
import { openSqlite } from './open-sqlite.ts'

/**
 * Opens the SQLite file at `path` with the engine's store and the records' Sequelize on it.
 * @throws UnsafeDatabase, SchemaNotUsable
 */
export async function openSqliteDatabase(path: string, options: OpenOptions): Promise<Database> {
  const synchronous = options.synchronous ?? 'FULL'
  if (synchronous !== 'FULL' && !options.allowUnsafe)
    throw new UnsafeDatabase('SQLite’s synchronous', synchronous, 'FULL', 'leave it out, or set allowUnsafe')
  const sqlite = await openSqlite(path, synchronous)
  const store = new SqliteStore(sqlite, () => prepareSchema(sqlite.sequelize, options.migrations))
  const read: AskRows = (query) => store.query(query)
  const close = async () => {
    await store.close()
    await sqlite.close()
  }
  await store.open().catch(async (error: unknown) => {
    await close()
    throw error
  })
  return {
    dialect: 'sqlite',
    sequelize: sqlite.sequelize,
    store,
    inbox: new SqlInbox('sqlite', read),
    read,
    close,
  }
}
