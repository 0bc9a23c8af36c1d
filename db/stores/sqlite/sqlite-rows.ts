import type Libsql from 'libsql'
import type { Key, Rows, Table } from '../../../engine/ports/rows.ts'
import type { Condition, Query } from '../../../engine/ports/store.ts'
import { NoSingleKey } from '../../../engine/ports/store-errors.ts'
import { textWithoutNul } from '../../connection/sqlite/bindable.ts'
import type { SqliteConnection } from '../../connection/sqlite/sqlite-connection.ts'
import { type OfferTask, offerColumns } from '../offers/offer.ts'
import { shapes } from '../rows/shapes.ts'
import { columnName, tableName } from '../sql/names.ts'
import { columnsRead, countSql, selectSql } from '../sql/select-sql.ts'
import type { SqlText, SqlValue } from '../sql/sql-text.ts'
import { marks } from '../sql/sql-text.ts'

type Cells = readonly SqlValue[]
type Changes = Readonly<Record<string, SqlValue>>

/** The engine's rows on one SQLite connection. Everything is synchronous, as the driver is. */
export class SqliteRows {
  readonly #connection: SqliteConnection
  /** Statements that do not depend on a caller's conditions: a handful per table. */
  readonly #fixed = new Map<string, Libsql.Statement>()

  constructor(connection: SqliteConnection) {
    this.#connection = connection
  }

  get<T extends Table>(table: T, key: Key): Rows[T] | undefined {
    const statement = this.#prepared(`get ${table}`, () => getSql(table))
    const cells = statement.get([key]) as Cells | undefined // raw mode: an array of cells
    return cells && rowOf<T>(Object.keys(shapes[table].columns), cells)
  }

  find<T extends Table>(table: T, query: Query<Rows[T]>): Rows[T][] {
    const columns = columnsRead(table, query)
    return this.#cells(selectSql('sqlite', table, query)).map((cells) => rowOf<T>(columns, cells))
  }

  count<T extends Table>(table: T, where: readonly Condition<Rows[T]>[]): number {
    return Number(this.#cells(countSql('sqlite', table, where))[0]?.[0])
  }

  insert<T extends Table>(table: T, row: Rows[T]): void {
    const columns = Object.keys(shapes[table].columns)
    // A row's columns hold text, numbers and null only.
    const cells = row as unknown as Changes
    this.#prepared(`insert ${table}`, () => insertSql(table, columns)).run(
      columns.map((column) => cellOf(cells[column])),
    )
  }

  /** Returns the number of rows changed: 0 when the key, or the revision where it is given, is not there. */
  update<T extends Table>(table: T, key: Key, changes: Partial<Rows[T]>, revision?: number): number {
    const columns = Object.keys(changes)
    const cells = changes as unknown as Changes // as above
    const name = `update ${table} ${columns.join(' ')} ${revision !== undefined}`
    const statement = this.#prepared(name, () => updateSql(table, columns, revision !== undefined))
    const values = columns.map((column) => cellOf(cells[column]))
    return statement.run(revision === undefined ? [...values, key] : [...values, key, revision]).changes
  }

  delete(table: Table, key: Key): void {
    this.#prepared(
      `delete ${table}`,
      () => `DELETE FROM ${tableName(table)} WHERE ${keyColumn(table)} = ?`,
    ).run([key])
  }

  /** What the offer of a task is made from. */
  offerTask(key: Key): OfferTask | undefined {
    const cells = this.#prepared('offer of a task', offerTaskSql).get([key]) as Cells | undefined // raw mode, as above
    // The columns are those of a task's row.
    return cells && (rowOf<'tasks'>(offerColumns, cells) satisfies OfferTask)
  }

  /** A query of the store's own, outside the port's tables. */
  rows({ text, values }: SqlText): readonly Cells[] {
    return this.#cells({ text, values })
  }

  /** A statement of the store's own, outside the port's tables. */
  run(sql: string, values: Cells): void {
    this.#prepared(sql, () => sql).run(values)
  }

  #cells({ text, values }: SqlText): Cells[] {
    const { statement } = this.#connection.prepare(text)
    return statement.raw(true).all(values) as Cells[] // raw mode: an array of cells per row
  }

  #prepared(name: string, text: () => string): Libsql.Statement {
    const known = this.#fixed.get(name)
    if (known) return known
    const statement = this.#connection.driver.prepare(text())
    if (statement.reader) statement.raw(true)
    this.#fixed.set(name, statement)
    return statement
  }
}

/** The driver would take `undefined` for the value of the statement's last run, and cut text at a NUL. */
function cellOf(value: SqlValue | undefined): SqlValue {
  return typeof value === 'string' ? textWithoutNul(value) : (value ?? null)
}

function rowOf<T extends Table>(columns: readonly string[], cells: Cells): Rows[T] {
  const row: Record<string, SqlValue> = {}
  for (let i = 0; i < columns.length; i++) row[columns[i]!] = cells[i]!
  // The shape of the table is checked against the row's type where it is written.
  return row as unknown as Rows[T]
}

function getSql(table: Table): string {
  if (table === 'history') throw new NoSingleKey()
  const columns = Object.keys(shapes[table].columns).map((column) => columnName(table, column))
  return `SELECT ${columns.join(', ')} FROM ${tableName(table)} WHERE \`key\` = ?`
}

const offerTaskSql = (): string =>
  `SELECT ${offerColumns.map((column) => columnName('tasks', column)).join(', ')} FROM tasks WHERE \`key\` = ?`

function insertSql(table: Table, columns: readonly string[]): string {
  const names = columns.map((column) => columnName(table, column)).join(', ')
  return `INSERT INTO ${tableName(table)} (${names}) VALUES (${marks(columns.length)})`
}

function updateSql(table: Table, columns: readonly string[], checked: boolean): string {
  if (table === 'history') throw new NoSingleKey()
  const assignments = columns.map((column) => `${columnName(table, column)} = ?`).join(', ')
  return `UPDATE ${tableName(table)} SET ${assignments} WHERE \`key\` = ?${checked ? ' AND `revision` = ?' : ''}`
}

/** Deleting the history of an instance deletes all of it. */
const keyColumn = (table: Table): string => (table === 'history' ? '`instance`' : '`key`')
