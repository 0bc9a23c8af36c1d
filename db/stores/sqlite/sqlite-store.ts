import type { Key, Rows, Table } from '../../../engine/ports/rows.ts'
import type { Condition, EngineStore, Query, StoreTransaction } from '../../../engine/ports/store.ts'
import { NestedTransaction, StoreClosed } from '../../../engine/ports/store-errors.ts'
import { currentCommand } from '../../connection/command-scope.ts'
import { retryWhileBusy } from '../../connection/sqlite/busy-retry.ts'
import type { SqliteDatabase } from '../../connection/sqlite/open-sqlite.ts'
import type { SqliteConnection } from '../../connection/sqlite/sqlite-connection.ts'
import { SqliteCallbacks } from '../../connection/sqlite/sqlite-dialect.ts'
import { nextTurn, turnIsLong } from '../../connection/sqlite/turn.ts'
import { KnownPools } from '../candidacies/known-pools.ts'
import { CommandQueue, type TakeCommands } from '../command-queue.ts'
import type { SqlText, SqlValue } from '../sql/sql-text.ts'
import { runSqliteBatch, type Writer } from './sqlite-batch.ts'
import { SqliteRows } from './sqlite-rows.ts'
import { WriterRunner } from './writer-runner.ts'

/** The engine's store on one SQLite file: one writer connection with group commit, one reader connection. */
export class SqliteStore implements EngineStore {
  readonly #database: SqliteDatabase
  readonly #prepareSchema: () => Promise<void>
  readonly #queue: CommandQueue
  #open: { readonly writer: Writer; readonly reader: SqliteConnection; readonly rows: SqliteRows } | null =
    null

  /** `prepareSchema` brings the tables up to date, or refuses them. */
  constructor(database: SqliteDatabase, prepareSchema: () => Promise<void>) {
    this.#database = database
    this.#prepareSchema = prepareSchema
    this.#queue = new CommandQueue((take) => this.#runBatch(take))
  }

  async open(): Promise<void> {
    if (this.#open) return
    await this.#prepareSchema()
    const reader = this.#database.file.storeConnection()
    this.#open = { writer: this.#openWriter(), reader, rows: new SqliteRows(reader) }
  }

  transact<T>(instances: readonly Key[], work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    try {
      this.#refuseInsideCommand('transact')
    } catch (error) {
      return Promise.reject(error)
    }
    return this.#queue.add(instances, work)
  }

  async reserveKeys(count: number): Promise<Key> {
    this.#refuseInsideCommand('reserveKeys')
    const { writer } = this.#opened()
    const leave = await this.#database.file.gate.enter()
    try {
      const { statement } = writer.connection.prepare(
        'UPDATE key_counter SET next = next + ? WHERE id = 1 RETURNING next',
      )
      const [next] = await retryWhileBusy(() => statement.raw(true).all([count]) as [[number]]) // raw mode: cells of one row
      return next[0] - count
    } finally {
      leave()
    }
  }

  async get<T extends Table>(table: T, key: Key): Promise<Rows[T] | undefined> {
    return this.#read((rows) => rows.get(table, key))
  }

  async find<T extends Table>(table: T, query: Query<Rows[T]>): Promise<Rows[T][]> {
    return this.#read((rows) => rows.find(table, query))
  }

  async count<T extends Table>(table: T, where: readonly Condition<Rows[T]>[]): Promise<number> {
    return this.#read((rows) => rows.count(table, where))
  }

  /** A query outside of the port, on what is committed. */
  async query(sql: SqlText): Promise<readonly (readonly SqlValue[])[]> {
    return this.#read((rows) => rows.rows(sql))
  }

  async close(): Promise<void> {
    await this.#queue.idle()
    this.#open?.writer.connection.close()
    this.#open?.reader.close()
    this.#open = null
  }

  async #runBatch(take: TakeCommands): Promise<void> {
    const { writer } = this.#opened()
    const leave = await this.#database.file.gate.enter()
    const commands = take()
    const answers = await runSqliteBatch(writer, commands)
    leave()
    this.#database.file.checkpointer.wrote(commands.length)
    for (const answer of answers) answer()
  }

  async #read<T>(read: (rows: SqliteRows) => T): Promise<T> {
    const { rows } = this.#opened()
    if (turnIsLong()) await nextTurn()
    return read(rows)
  }

  #openWriter(): Writer {
    const { file, sequelize } = this.#database
    const connection = file.storeConnection()
    const rows = new SqliteRows(connection)
    const records = new SqliteCallbacks(file, new WriterRunner(connection, rows))
    return { sequelize, connection, rows, records, pools: new KnownPools() }
  }

  #opened() {
    if (!this.#open) throw new StoreClosed()
    return this.#open
  }

  #refuseInsideCommand(method: 'transact' | 'reserveKeys'): void {
    this.#opened()
    if (currentCommand(this.#database.sequelize)) throw new NestedTransaction(method)
  }
}
