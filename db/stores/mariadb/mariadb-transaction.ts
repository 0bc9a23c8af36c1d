import type { Sequelize } from 'sequelize'
import type { Key, Rows, Table } from '../../../engine/ports/rows.ts'
import {
  type Condition,
  type Query,
  type Revision,
  StaleRevision,
  type StoreTransaction,
} from '../../../engine/ports/store.ts'
import { DuplicateRow, TransactionOver } from '../../../engine/ports/store-errors.ts'
import { withinCommand } from '../../connection/command-scope.ts'
import { ask } from '../../connection/mysql/ask.ts'
import { isConflict, isConnectionLost, Overtaken } from '../../connection/mysql/mysql-errors.ts'
import { StoreTx } from '../store-tx.ts'
import type { LaneBatch } from './lane-batch.ts'
import { countRows, findRows, rowsByKey } from './mariadb-rows.ts'
import { type Cells, type PendingWrite, PendingWrites, revisionIn } from './pending-writes.ts'

/** One command's view of its lane's transaction. Its writes wait for the end, or for a query that has to see them. */
export class MariadbTransaction implements StoreTransaction {
  readonly #sequelize: Sequelize
  readonly #batch: LaneBatch
  readonly #own = new PendingWrites()
  #storeTx: StoreTx | null = null
  #savepoint: Promise<unknown> | null = null
  #failure: { readonly error: unknown } | null = null
  /** Earlier commands' writes were sent behind this one's savepoint: undoing this one would undo them. */
  #tangled = false
  #over = false

  constructor(sequelize: Sequelize, batch: LaneBatch) {
    this.#sequelize = sequelize
    this.#batch = batch
  }

  withRecords<T>(work: (records: unknown) => Promise<T>): Promise<T> {
    this.#stillOpen()
    // Before the first query of a record model in the connection's queue.
    this.#setSavepoint()
    this.#storeTx ??= new StoreTx(this.#sequelize, this.#batch.connection)
    const records = this.#storeTx
    return withinCommand(records, () => work(records))
  }

  async instance(key: Key): Promise<Rows['instances'] | undefined> {
    this.#stillOpen()
    if (!this.#batch.locked.has(key) && !this.#insertedHere('instances', key)) await this.#batch.lock([key])
    return this.#withPending('instances', key, this.#batch.locked.get(key))
  }

  async get<T extends Table>(table: T, key: Key): Promise<Rows[T] | undefined> {
    this.#stillOpen()
    const [row] = this.#insertedHere(table, key) ? [] : await rowsByKey(this.#batch.connection, table, [key])
    return this.#withPending(table, key, row)
  }

  async find<T extends Table>(table: T, query: Query<Rows[T]>): Promise<Rows[T][]> {
    await this.#sendWritesOf(table)
    return findRows(this.#batch.connection, table, query)
  }

  async count<T extends Table>(table: T, where: readonly Condition<Rows[T]>[]): Promise<number> {
    await this.#sendWritesOf(table)
    return countRows(this.#batch.connection, table, where)
  }

  insert<T extends Table>(table: T, row: Rows[T]): void {
    this.#write(() => {
      // History has no key of its own; the database tells when its row is there already.
      const before =
        'key' in row ? (this.#own.of(table, row.key) ?? this.#batch.pending.of(table, row.key)) : undefined
      if (before && before.kind !== 'delete') throw new DuplicateRow(table, before.key)
      this.#own.insert(table, row)
    })
  }

  update<T extends Table>(table: T, key: Key, changes: Partial<Rows[T]>, expected?: Revision): void {
    this.#write(() => {
      const known = this.#knownRevision(table, key)
      if (expected && known !== undefined && known !== expected.revision) throw new StaleRevision(key)
      // A row's columns hold text, numbers and null only.
      this.#own.update(
        table,
        key,
        changes as unknown as Cells,
        known === undefined ? expected?.revision : undefined,
      )
    })
  }

  delete<T extends Table>(table: T, key: Key): void {
    this.#write(() => this.#own.delete(table, key))
  }

  /**
   * The work has resolved: its writes join the batch.
   * @throws Overtaken, or the error of a write that the work has swallowed
   */
  async succeed(): Promise<void> {
    this.#end('commit')
    if (this.#savepoint) await this.#savepoint
    if (this.doomed) throw new Overtaken()
    if (this.#failure) throw this.#failure.error
    this.#batch.pending.absorb(this.#own)
  }

  /** Undoes what the command has done on the connection, or says in `batch.broken` that this cannot be done alone. */
  async fail(error: unknown): Promise<void> {
    this.#end('rollback')
    this.#batch.broken ||= this.#tangled || this.doomed || isConflict(error) || isConnectionLost(error)
    if (this.#savepoint && !this.#batch.broken)
      await ask(this.#batch.connection, 'ROLLBACK TO SAVEPOINT command')
  }

  /** A record model met a deadlock, whatever its handler made of that error. */
  get doomed(): boolean {
    return this.#storeTx?.doomed === true
  }

  #end(outcome: 'commit' | 'rollback'): void {
    this.#over = true
    if (this.#storeTx) this.#storeTx.finished = outcome
  }

  #stillOpen(): void {
    if (this.#over) throw new TransactionOver()
  }

  #write(write: () => void): void {
    this.#stillOpen()
    try {
      write()
    } catch (error) {
      this.#failure ??= { error }
      throw error
    }
  }

  #setSavepoint(): void {
    if (!this.#batch.several || this.#savepoint) return
    this.#savepoint = ask(this.#batch.connection, 'SAVEPOINT command')
    // Awaited at the end; until then its failure shows in the queries behind it.
    this.#savepoint.catch(() => {})
  }

  async #sendWritesOf(table: Table): Promise<void> {
    this.#stillOpen()
    if (this.#batch.pending.touches(table)) {
      this.#tangled ||= this.#savepoint !== null
      await this.#batch.sendPending()
    }
    if (!this.#own.touches(table)) return
    this.#setSavepoint()
    await this.#batch.send(this.#own)
  }

  #insertedHere(table: Table, key: Key): boolean {
    return [this.#batch.pending.of(table, key), this.#own.of(table, key)].some(
      (write) => write && 'row' in write,
    )
  }

  /** A row as it is once the writes that still wait have been sent. */
  #withPending<T extends Table>(table: T, key: Key, row: Rows[T] | undefined): Rows[T] | undefined {
    return applied(this.#own.of(table, key), applied(this.#batch.pending.of(table, key), row))
  }

  /** What a waiting write, or the lock on an instance, tells about a row's revision without asking the database. */
  #knownRevision(table: Table, key: Key): number | undefined {
    for (const write of [this.#own.of(table, key), this.#batch.pending.of(table, key)]) {
      const revision = write && revisionIn(write)
      if (revision !== undefined) return revision
    }
    return table === 'instances' ? this.#batch.locked.get(key)?.revision : undefined
  }
}

function applied<Row>(write: PendingWrite | undefined, row: Row | undefined): Row | undefined {
  if (!write) return row
  if (write.kind === 'delete') return undefined
  // Cells come from a row of the same table.
  if (write.kind === 'update') return row && { ...row, ...(write.changes as unknown as Partial<Row>) }
  return { ...write.row } as unknown as Row
}
