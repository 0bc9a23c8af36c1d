import { SqlInbox } from '../../inbox/sql-inbox.ts'
import { prepareSchema } from '../../migrations/run.ts'
import { MariadbStore } from '../../stores/mariadb/mariadb-store.ts'
import type { AskRows } from '../../stores/sql/sql-text.ts'
import type { Database, OpenOptions } from '../open-database.ts'
import { type MysqlAddress, openMysql } from './open-mysql.ts'

/** More lanes let handlers wait side by side, fewer put more commands into one commit: two was the fastest with both. */
const LANES = 2

/**
 * Opens a MariaDB or MySQL database with the engine's store and the records' Sequelize on it.
 * @throws UnsafeDatabase, SchemaNotUsable
 */
export async function openMysqlDatabase(address: MysqlAddress, options: OpenOptions): Promise<Database> {
  const mysql = await openMysql(address, options.allowUnsafe === true)
  const schema = () => prepareSchema(mysql.sequelize, options.migrations)
  const store = new MariadbStore(mysql, schema, options.lanes ?? LANES)
  const read: AskRows = (query) => store.query(query)
  const close = async () => {
    await store.close()
    await mysql.close()
  }
  await store.open().catch(async (error: unknown) => {
    await close()
    throw error
  })
  return {
    dialect: 'mysql',
    sequelize: mysql.sequelize,
    store,
    inbox: new SqlInbox('mysql', read),
    read,
    close,
  }
}
