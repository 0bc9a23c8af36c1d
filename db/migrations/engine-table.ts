import type { Sequelize } from 'sequelize'
import { exactCollation } from './exact-collation.ts'

/** Column types of the engine's tables, per database. What is released is never changed: old migrations use it. */
const types = {
  integer: { sqlite: 'INTEGER NOT NULL', mysql: 'BIGINT NOT NULL' },
  'integer?': { sqlite: 'INTEGER', mysql: 'BIGINT NULL' },
  /** An id or a word, fit for an index. */
  id: { sqlite: 'TEXT NOT NULL', mysql: 'VARCHAR(255) NOT NULL' },
  'id?': { sqlite: 'TEXT', mysql: 'VARCHAR(255) NULL' },
  text: { sqlite: 'TEXT NOT NULL', mysql: 'LONGTEXT NOT NULL' },
  'text?': { sqlite: 'TEXT', mysql: 'LONGTEXT NULL' },
} as const

interface EngineIndex {
  readonly columns: readonly string[]
  /** Where the columns together are longer than MariaDB allows a name to be. */
  readonly name?: string
  readonly unique?: boolean
  /** SQLite leaves out the rows that nobody looks for; MariaDB has no such indexes. */
  readonly where?: string
  /** Made on this database alone. */
  readonly only?: 'sqlite' | 'mysql'
  /** MariaDB indexes this many characters of a text without a limit. */
  readonly prefix?: Readonly<Record<string, number>>
}

export interface EngineTable {
  readonly name: string
  readonly columns: Readonly<Record<string, keyof typeof types>>
  readonly primaryKey: readonly string[]
  readonly indexes?: readonly EngineIndex[]
}

/** Creates the table and its indexes where they are missing. */
export async function createEngineTable(sequelize: Sequelize, table: EngineTable): Promise<void> {
  if (sequelize.getDialect() === 'sqlite') return createOnSqlite(sequelize, table)
  await sequelize.query(mysqlTable(table, await exactCollation(sequelize)))
}

async function createOnSqlite(sequelize: Sequelize, table: EngineTable): Promise<void> {
  // A single integer key is the row id itself; any other key would be a second tree beside the rows.
  const storage = table.primaryKey.length > 1 ? ' WITHOUT ROWID' : ''
  await sequelize.query(
    `CREATE TABLE IF NOT EXISTS ${quoted(table.name)} (${columnLines(table, 'sqlite').join(', ')})${storage}`,
  )
  for (const index of indexesOn(table, 'sqlite')) await sequelize.query(sqliteIndex(table.name, index))
}

function sqliteIndex(table: string, index: EngineIndex): string {
  const where = index.where ? ` WHERE ${index.where}` : ''
  return (
    `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${quoted(indexName(table, index))}` +
    ` ON ${quoted(table)} (${list(index.columns)})${where}`
  )
}

function mysqlTable(table: EngineTable, collation: string): string {
  const keys = indexesOn(table, 'mysql').map((index) => {
    const columns = index.columns.map((column) => {
      const length = index.prefix?.[column]
      return length === undefined ? quoted(column) : `${quoted(column)}(${length})`
    })
    return `${index.unique ? 'UNIQUE ' : ''}KEY ${quoted(indexName(table.name, index))} (${columns.join(', ')})`
  })
  const lines = [...columnLines(table, 'mysql'), ...keys]
  return (
    `CREATE TABLE IF NOT EXISTS ${quoted(table.name)} (${lines.join(', ')})` +
    ` ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARSET=utf8mb4 COLLATE=${collation}`
  )
}

const indexesOn = (table: EngineTable, dialect: 'sqlite' | 'mysql'): EngineIndex[] =>
  (table.indexes ?? []).filter(({ only }) => only === undefined || only === dialect)

const columnLines = (table: EngineTable, dialect: 'sqlite' | 'mysql'): string[] => [
  ...Object.entries(table.columns).map(([name, type]) => `${quoted(name)} ${types[type][dialect]}`),
  `PRIMARY KEY (${list(table.primaryKey)})`,
]

const indexName = (table: string, { name, columns }: EngineIndex): string =>
  `${table}_by_${name ?? columns.join('_')}`
const list = (columns: readonly string[]): string => columns.map(quoted).join(', ')
const quoted = (name: string): string => `\`${name}\``
