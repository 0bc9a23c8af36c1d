import mysql, { type Connection } from 'mysql2'
import type { Key, Rows, Table } from '../../../engine/ports/rows.ts'
import type { Condition, Query } from '../../../engine/ports/store.ts'
import { NoSingleKey } from '../../../engine/ports/store-errors.ts'
import { ask, askRows, type Cell } from '../../connection/mysql/ask.ts'
import { shapes } from '../rows/shapes.ts'
import { columnName, tableName } from '../sql/names.ts'
import { columnsRead, countSql, selectSql } from '../sql/select-sql.ts'

/** Reads of the engine's rows over one connection. Every call is one round trip. */
export async function findRows<T extends Table>(
  connection: Connection,
  table: T,
  query: Query<Rows[T]>,
): Promise<Rows[T][]> {
  const { text, values } = selectSql('mysql', table, query)
  const columns = columnsRead(table, query)
  return (await askRows(connection, text, values)).map((cells) => rowOf<T>(columns, cells))
}

export async function countRows<T extends Table>(
  connection: Connection,
  table: T,
  where: readonly Condition<Rows[T]>[],
): Promise<number> {
  const { text, values } = countSql('mysql', table, where)
  return Number((await askRows(connection, text, values))[0]?.[0])
}

/** Rows by key, in the order of their keys, locked until the end of the transaction when connection for. */
export async function rowsByKey<T extends Table>(
  connection: Connection,
  table: T,
  keys: readonly Key[],
  lock = false,
): Promise<Rows[T][]> {
  if (table === 'history') throw new NoSingleKey()
  const { columns, head } = selectionOf(table)
  const text = `${head} WHERE \`key\` IN (${keys.map(Number).join(', ')}) ORDER BY \`key\`${lock ? ' FOR UPDATE' : ''}`
  return (await askRows(connection, text)).map((cells) => rowOf<T>(columns, cells))
}

const LOCK = 'lock_instance'

/** To be prepared once on a connection, for `lockedInstance`. */
export const prepareLock = (connection: Connection): Promise<unknown> =>
  ask(
    connection,
    `PREPARE ${LOCK} FROM ${mysql.escape(`${selectionOf('instances').head} WHERE \`key\` = ? FOR UPDATE`)}`,
  )

/** One instance as `rowsByKey` locks it, without its SELECT being parsed again. */
export async function lockedInstance(connection: Connection, key: Key): Promise<Rows['instances'][]> {
  const { columns } = selectionOf('instances')
  return (await askRows(connection, `EXECUTE ${LOCK} USING ${key}`)).map((cells) =>
    rowOf<'instances'>(columns, cells),
  )
}

/** The columns of a table in order, and a SELECT of them as far as its condition. */
interface Selection {
  readonly columns: readonly string[]
  readonly head: string
}

const selections = new Map<Table, Selection>()

function selectionOf(table: Table): Selection {
  const known = selections.get(table)
  if (known) return known
  const columns = Object.keys(shapes[table].columns)
  const names = columns.map((column) => columnName(table, column)).join(', ')
  const made = { columns, head: `SELECT ${names} FROM ${tableName(table)}` }
  selections.set(table, made)
  return made
}

function rowOf<T extends Table>(columns: readonly string[], cells: readonly Cell[]): Rows[T] {
  const row: Record<string, Cell> = {}
  for (let i = 0; i < columns.length; i++) row[columns[i]!] = cells[i]!
  // The shape of the table is checked against the row's type where it is written.
  return row as unknown as Rows[T]
}
