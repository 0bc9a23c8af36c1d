import type Libsql from 'libsql'
import type { Key, Rows, Table } from '../../../engine/ports/rows.ts'
import type { Condition, Query } from '../../../engine/ports/store.ts'
import { DuplicateRow, NoSingleKey } from '../../../engine/ports/store-errors.ts'
import { textWithoutNul } from '../../connection/sqlite/bindable.ts'
import type { SqliteConnection } from '../../connection/sqlite/sqlite-connection.ts'
import { type CandidacyTask, candidacyColumns } from '../candidacies/candidacy.ts'
import { shapes } from '../rows/shapes.ts'
import { columnName, tableName } from '../sql/names.ts'
import { columnsRead, countSql, selectSql } from '../sql/select-sql.ts'
import type { SqlText, SqlValue } from '../sql/sql-text.ts'
import { RememberedRows } from './remembered-rows.ts'
import { UpdateStatements } from './update-statements.ts'
import { WaitingInserts } from './waiting-inserts.ts'

type Cells = readonly SqlValue[]
type Changes = Readonly<Record<string, SqlValue>>

/** A statement and the columns that it reads, in order. */
interface Prepared {
  readonly statement: Libsql.Statement
  readonly columns: readonly string[]
}

/** An INSERT up to its values, and the columns that it is given, in order. */
interface Insertion {
  readonly head: string
  readonly columns: readonly string[]
}

/** By this name inserts of candidacies wait; the key is that of their task. */
export const CANDIDACIES = 'task_candidacies'

/** The engine's rows on one SQLite connection. Everything is synchronous, as the driver is. */
export class SqliteRows {
  readonly #connection: SqliteConnection
  readonly #gets = new Map<Table, Prepared>()
  readonly #inserts = new Map<Table, Insertion>()
  readonly #updates = new UpdateStatements((sql) => this.#prepare(sql))
  /** Statements of a fixed text. */
  readonly #fixed = new Map<string, Libsql.Statement>()
  /** What candidacies are made from. */
  readonly tasks = new RememberedRows<CandidacyTask>()
  readonly instances = new RememberedRows<Rows['instances']>()
  /** SQLite's `data_version`: another one after each commit of another connection. */
  #version = 0
  readonly #waiting = new WaitingInserts((sql) => this.#prepare(sql), inWordsOfThePort)

  constructor(connection: SqliteConnection) {
    this.#connection = connection
  }

  /** Within a transaction: whether rows to insert may wait for more of their kind. Each shows from outside as if it were there. */
  set holdsInserts(holds: boolean) {
    this.#waiting.holds = holds
  }

  /** A row that waited could not be inserted: nobody knows whose, and what waited with it is gone. */
  get hasLostInserts(): boolean {
    return this.#waiting.hasLost
  }

  /**
   * Inserts what waits; before other eyes look through this connection, and before the commit.
   * @throws DuplicateRow, of whichever command inserted it
   */
  settle(): void {
    this.#waiting.settle()
  }

  /** A transaction has begun: its rows may be other ones than at the end of the last. */
  begun(): void {
    const [version] = this.#statement('PRAGMA data_version').get([]) as [number] // raw mode: cells
    if (version !== this.#version) this.#forgetRows()
    this.#version = version
  }

  /** The transaction was undone, or a part of it. */
  forget(): void {
    this.#waiting.forget()
    this.#forgetRows()
  }

  #forgetRows(): void {
    this.tasks.forgetAll()
    this.instances.forgetAll()
  }

  get<T extends Table>(table: T, key: Key): Rows[T] | undefined {
    this.#waiting.settleRow(table, key)
    const { statement, columns } = this.#gets.get(table) ?? this.#prepareGet(table)
    const cells = statement.get([key]) as Cells | undefined // raw mode: an array of cells
    return cells && rowOf<T>(columns, cells)
  }

  find<T extends Table>(table: T, query: Query<Rows[T]>): Rows[T][] {
    const columns = columnsRead(table, query)
    return this.#cells(selectSql('sqlite', table, query)).map((cells) => rowOf<T>(columns, cells))
  }

  count<T extends Table>(table: T, where: readonly Condition<Rows[T]>[]): number {
    return Number(this.#cells(countSql('sqlite', table, where))[0]?.[0])
  }

  /** @throws DuplicateRow, unless it waits */
  insert<T extends Table>(table: T, row: Rows[T]): void {
    const { head, columns } = this.#inserts.get(table) ?? this.#prepareInsert(table)
    // A row's columns hold text, numbers and null only.
    const cells = row as unknown as Changes
    const values = new Array<SqlValue>(columns.length)
    for (let i = 0; i < columns.length; i++) values[i] = cellOf(cells[columns[i]!])
    // The key of a row of history is its instance, by which all are asked for.
    this.insertInto(table, head, Number(cells.key ?? cells.instance), values)
  }

  /** A row of any table; `head`: the statement up to its values, `key`: of the row, or of what it belongs to. */
  insertInto(table: string, head: string, key: Key, values: Cells): void {
    this.#waiting.add(table, head, key, values)
  }

  /** @returns whether the row had the revision; true where none is asked for */
  update<T extends Table>(table: T, key: Key, changes: Partial<Rows[T]>, revision?: number): boolean {
    this.#waiting.settleRow(table, key)
    const values = valuesOf(changes as unknown as Changes) // as above
    const statement = this.#updates.of(table, changes, revision === undefined ? 'plain' : 'checked')
    values.push(key)
    if (revision !== undefined) values.push(revision)
    return statement.run(values).changes > 0 || revision === undefined
  }

  delete(table: Table, key: Key): void {
    this.#waiting.settleRow(table, key)
    this.run(`DELETE FROM ${tableName(table)} WHERE ${keyColumn(table)} = ?`, [key])
  }

  /** What the candidacy of a task is made from. */
  candidacyTask(key: Key): CandidacyTask | undefined {
    // Who asks is about to remove its candidacies.
    this.#waiting.settleRow(CANDIDACIES, key)
    const remembered = this.tasks.get(key)
    if (remembered) return remembered
    this.#waiting.settleRow('tasks', key)
    const cells = this.#statement(CANDIDACY_TASK).get([key]) as Cells | undefined // raw mode, as above
    return cells && rowOf<'tasks'>(candidacyColumns, cells)
  }

  /** A query of the store's own, outside the port's tables. */
  rows(query: SqlText): readonly Cells[] {
    return this.#cells(query)
  }

  /** A statement of the store's own, outside the port's tables. */
  run(sql: string, values: Cells): void {
    this.#statement(sql).run(values)
  }

  #cells({ text, values, single = false }: SqlText): Cells[] {
    this.#waiting.settle()
    const { statement } = this.#connection.prepare(text)
    // Raw mode: an array of cells per row.
    if (!single) return statement.raw(true).all(values) as Cells[]
    const row = statement.raw(true).get(values) as Cells | undefined
    return row ? [row] : []
  }

  #statement(sql: string): Libsql.Statement {
    const known = this.#fixed.get(sql)
    if (known) return known
    const statement = this.#prepare(sql)
    this.#fixed.set(sql, statement)
    return statement
  }

  #prepareGet(table: Table): Prepared {
    const columns = Object.keys(shapes[table].columns)
    const prepared = { columns, statement: this.#prepare(getSql(table)) }
    this.#gets.set(table, prepared)
    return prepared
  }

  #prepareInsert(table: Table): Insertion {
    const columns = Object.keys(shapes[table].columns)
    const prepared = { columns, head: insertHead(table, columns) }
    this.#inserts.set(table, prepared)
    return prepared
  }

  #prepare(sql: string): Libsql.Statement {
    const statement = this.#connection.driver.prepare(sql)
    return statement.reader ? statement.raw(true) : statement
  }
}

function valuesOf(changes: Changes): SqlValue[] {
  const values: SqlValue[] = []
  for (const column in changes) values.push(cellOf(changes[column]))
  return values
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

const CANDIDACY_TASK = `SELECT ${candidacyColumns.map((column) => columnName('tasks', column)).join(', ')} FROM tasks WHERE \`key\` = ?`

function insertHead(table: Table, columns: readonly string[]): string {
  const names = columns.map((column) => columnName(table, column)).join(', ')
  return `INSERT INTO ${tableName(table)} (${names})`
}

const TAKEN = new Set(['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_ROWID', 'SQLITE_CONSTRAINT_UNIQUE'])

function inWordsOfThePort(table: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return TAKEN.has(code) ? new DuplicateRow(table, String(error)) : error
}

/** Deleting the history of an instance deletes all of it. */
const keyColumn = (table: Table): string => (table === 'history' ? '`instance`' : '`key`')
