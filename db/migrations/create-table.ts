import type { Sequelize } from 'sequelize'
import { exactCollation } from './exact-collation.ts'

export interface TableKeys {
  /** Columns of the primary key, where it is not the numbered `id`. */
  readonly primaryKey?: readonly string[]
  readonly unique?: readonly (readonly string[])[]
  readonly indexes?: readonly (readonly string[])[]
}

type Columns = Readonly<Record<string, string>>

/** Column types that mean the same on SQLite and MariaDB. What is released is never changed: old migrations use it. */
export const key = 'VARCHAR(64) NOT NULL'
export const integer = 'INTEGER NOT NULL'
export const big = 'BIGINT NOT NULL'
export const optionalBig = 'BIGINT NULL'
export const decimal = 'VARCHAR(40) NOT NULL'
export const longText = 'TEXT NOT NULL'
export const text = (length: number): string => `VARCHAR(${length}) NOT NULL`
export const optionalText = (length: number): string => `VARCHAR(${length}) NULL`

export const recordColumns: Columns = {
  version: integer,
  created_by: key,
  created_at: big,
  updated_by: key,
  updated_at: big,
  member_id: integer,
}
export const searchColumns: Columns = { search: 'VARCHAR(700) NOT NULL', sort_key: 'VARCHAR(40) NOT NULL' }
export const numbered = 'NUMBERED'

/**
 * Creates a table and its indexes where they are missing, so that a migration that was interrupted can run again.
 * Texts compare byte by byte on both databases: MariaDB would otherwise find `Ali` equal to `ali` and `ALI `.
 */
export async function createTable(
  sequelize: Sequelize,
  table: string,
  columns: Columns,
  keys: TableKeys,
): Promise<void> {
  const mysql = sequelize.getDialect() !== 'sqlite'
  const collation = mysql ? await exactCollation(sequelize) : ''
  const lines = Object.entries(columns).map(([name, type]) => `${quoted(name)} ${columnType(type, mysql)}`)
  if (keys.primaryKey) lines.push(`PRIMARY KEY (${list(keys.primaryKey)})`)
  if (mysql) lines.push(...indexesOf(table, keys).map(inlineIndex))
  await sequelize.query(
    `CREATE TABLE IF NOT EXISTS ${quoted(table)} (${lines.join(', ')})${mysql ? mysqlTable(collation) : ''}`,
  )
  if (!mysql) for (const index of indexesOf(table, keys)) await sequelize.query(sqliteIndex(table, index))
}

const mysqlTable = (collation: string): string =>
  ` ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=${collation}`

function columnType(type: string, mysql: boolean): string {
  if (type !== numbered) return type
  return mysql ? 'BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY' : 'INTEGER PRIMARY KEY AUTOINCREMENT'
}

interface Index {
  readonly name: string
  readonly columns: readonly string[]
  readonly unique: boolean
}

function indexesOf(table: string, keys: TableKeys): Index[] {
  const named = (columns: readonly string[], unique: boolean): Index => ({
    name: `${table}_by_${columns.join('_')}`.slice(0, 60),
    columns,
    unique,
  })
  return [
    ...(keys.unique ?? []).map((columns) => named(columns, true)),
    ...(keys.indexes ?? []).map((columns) => named(columns, false)),
  ]
}

const inlineIndex = ({ name, columns, unique }: Index): string =>
  `${unique ? 'UNIQUE ' : ''}KEY ${quoted(name)} (${list(columns)})`
const sqliteIndex = (table: string, { name, columns, unique }: Index): string =>
  `CREATE ${unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${quoted(name)} ON ${quoted(table)} (${list(columns)})`
const list = (columns: readonly string[]): string => columns.map(quoted).join(', ')
const quoted = (name: string): string => `\`${name}\``
