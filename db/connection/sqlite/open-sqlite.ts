import { resolve } from 'node:path'
import { Sequelize, Transaction } from 'sequelize'
import { guardQueries } from '../guard-queries.ts'
import type { Synchronous } from './sqlite-connection.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import { SqliteFile } from './sqlite-file.ts'

/** An open SQLite file: what its store and its records share. */
export interface SqliteDatabase {
  readonly file: SqliteFile
  readonly sequelize: Sequelize
  close(): Promise<void>
}

/** Opens or creates the file at `path`. */
export async function openSqlite(path: string, synchronous: Synchronous): Promise<SqliteDatabase> {
  const file = new SqliteFile(resolve(path), synchronous)
  await file.prepareFile()
  const sequelize = new Sequelize({
    dialect: 'sqlite',
    dialectModule: sqliteDialect(file),
    storage: file.path,
    logging: false,
    // Deferred transactions fail when two of them want to write.
    transactionType: Transaction.TYPES.IMMEDIATE,
  })
  guardQueries(sequelize)
  return { file, sequelize, close: () => closeSqlite(file, sequelize) }
}

async function closeSqlite(file: SqliteFile, sequelize: Sequelize): Promise<void> {
  await sequelize.close()
  await file.close()
}
