import type { Sequelize } from 'sequelize'
import type { EngineStore } from '../../engine/ports/store.ts'
import type { Inbox } from '../inbox/inbox.ts'
import type { AskRows } from '../stores/sql/sql-text.ts'
import { parseDatabaseUrl } from './database-url.ts'
import { openSqliteDatabase } from './sqlite/open-sqlite-database.ts'

/** SQL dialects; MariaDB and MySQL are one. */
export type Dialect = 'sqlite' | 'mysql'

/** An open database: the engine's store and the records' Sequelize, on the same data. */
export interface Database {
  readonly dialect: Dialect
  readonly sequelize: Sequelize
  readonly store: EngineStore
  /** Open tasks by whose work they are, as last committed. */
  readonly inbox: Inbox
  /** A query in SQL of both dialects, on what is committed: for what must be cheaper than a model. */
  readonly read: AskRows
  /** Waits for running commands, then closes every connection. */
  close(): Promise<void>
}

export interface OpenOptions {
  /** Accept settings of the database that can lose an acknowledged commit when the power fails. Default: refuse. */
  readonly allowUnsafe?: boolean
  /** SQLite's `synchronous`. Default FULL; anything less needs `allowUnsafe`. */
  readonly synchronous?: 'FULL' | 'NORMAL' | 'OFF'
  /** `run` (default) brings the schema up to date; `require` refuses to open when that has not been done. */
  readonly migrations?: 'run' | 'require'
  /** MariaDB, MySQL: writer connections of the store. Default 2. */
  readonly lanes?: number
}

/**
 * Opens `sqlite:<path>`, `mysql://…` or `mariadb://…`, creating the file or the database and its tables when they are
 * not there.
 * @throws BadDatabaseUrl, UnsafeDatabase, SchemaNotUsable
 */
export async function openDatabase(url: string, options: OpenOptions = {}): Promise<Database> {
  const address = parseDatabaseUrl(url)
  if (address.dialect === 'sqlite') return openSqliteDatabase(address.path, options)
  // Its driver is loaded where it is used.
  const { openMysqlDatabase } = await import('./mysql/open-mysql-database.ts')
  return openMysqlDatabase(address, options)
}
