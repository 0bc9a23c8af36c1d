import type { Connection, ResultSetHeader } from 'mysql2'
import type { Key, Rows, Table } from '../../../engine/ports/rows.ts'
import type { Condition, EngineStore, Query, StoreTransaction } from '../../../engine/ports/store.ts'
import { NestedTransaction, StoreClosed } from '../../../engine/ports/store-errors.ts'
import { currentCommand } from '../../connection/command-scope.ts'
import { ask, askRows } from '../../connection/mysql/ask.ts'
import type { MysqlDatabase } from '../../connection/mysql/open-mysql.ts'
import type { SqlText, SqlValue } from '../sql/sql-text.ts'
import { Lane } from './lane.ts'
import { countRows, findRows, rowsByKey } from './mariadb-rows.ts'

/** The engine's store on MariaDB or MySQL: several writer lanes with group commit, a pool of readers. */
export class MariadbStore implements EngineStore {
  readonly #database: MysqlDatabase
  readonly #prepareSchema: () => Promise<void>
  readonly #lanes: readonly Lane[]
  #open = false

  /** `prepareSchema` brings the tables up to date, or refuses them. */
  constructor(database: MysqlDatabase, prepareSchema: () => Promise<void>, lanes: number) {
    this.#database = database
    this.#prepareSchema = prepareSchema
    this.#lanes = Array.from(
      { length: lanes },
      () => new Lane(database.sequelize, () => database.connectWriter(), database.preparesBlocks),
    )
  }

  async open(): Promise<void> {
    if (this.#open) return
    await this.#prepareSchema()
    this.#open = true
  }

  transact<T>(instances: readonly Key[], work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    try {
      this.#refuseInsideCommand('transact')
    } catch (error) {
      return Promise.reject(error)
    }
    return this.#laneOf(instances).queue.add(instances, work)
  }

  async reserveKeys(count: number): Promise<Key> {
    this.#refuseInsideCommand('reserveKeys')
    const counted = await this.#database.readers.read((connection) =>
      ask(connection, 'UPDATE key_counter SET next = LAST_INSERT_ID(next + ?) WHERE id = 1', [count]),
    )
    // An UPDATE answers with a header.
    return (counted as ResultSetHeader).insertId - count
  }

  async get<T extends Table>(table: T, key: Key): Promise<Rows[T] | undefined> {
    return (await this.#read((connection) => rowsByKey(connection, table, [key])))[0]
  }

  async find<T extends Table>(table: T, query: Query<Rows[T]>): Promise<Rows[T][]> {
    return this.#read((connection) => findRows(connection, table, query))
  }

  async count<T extends Table>(table: T, where: readonly Condition<Rows[T]>[]): Promise<number> {
    return this.#read((connection) => countRows(connection, table, where))
  }

  /** A query outside of the port, on what is committed. */
  query({ text, values }: SqlText): Promise<readonly (readonly SqlValue[])[]> {
    return this.#read((connection) => askRows(connection, text, values))
  }

  async close(): Promise<void> {
    this.#open = false
    await Promise.all(this.#lanes.map((lane) => lane.close()))
  }

  /** Commands on one instance meet in one lane, so they do not wait for each other's locks. */
  #laneOf([instance]: readonly Key[]): Lane {
    if (instance !== undefined) return this.#lanes[instance % this.#lanes.length]!
    return this.#lanes.reduce((best, lane) => (lane.queue.length < best.queue.length ? lane : best))
  }

  async #read<T>(read: (connection: Connection) => Promise<T>): Promise<T> {
    if (!this.#open) throw new StoreClosed()
    return this.#database.readers.read(read)
  }

  #refuseInsideCommand(method: 'transact' | 'reserveKeys'): void {
    if (!this.#open) throw new StoreClosed()
    if (currentCommand(this.#database.sequelize)) throw new NestedTransaction(method)
  }
}
