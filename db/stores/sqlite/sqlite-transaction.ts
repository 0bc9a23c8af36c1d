import type { Sequelize } from 'sequelize'
import type { Key, Rows, Table } from '../../../engine/ports/rows.ts'
import {
  type Condition,
  type Query,
  type Revision,
  StaleRevision,
  type StoreTransaction,
} from '../../../engine/ports/store.ts'
import { TransactionOver } from '../../../engine/ports/store-errors.ts'
import { withinCommand } from '../../connection/command-scope.ts'
import { nextTurn, turnIsLong } from '../../connection/sqlite/turn.ts'
import type { CandidacyTask } from '../candidacies/candidacy.ts'
import { CountChanges } from '../candidacies/count-changes.ts'
import { StoreTx } from '../store-tx.ts'
import { changeCandidacy, offeredBefore } from './sqlite-candidacies.ts'
import type { SqliteRows } from './sqlite-rows.ts'

/** Characters of state and variables up to which an instance is remembered. */
const SMALL = 1_000

const isSmall = ({ state, variables }: Rows['instances']): boolean => state.length + variables.length <= SMALL

/** One command's view of the writer connection. Writes happen at once: who runs the command undoes them. */
export class SqliteTransaction implements StoreTransaction {
  /** What the command did to the counts of open tasks; written once for the whole batch. */
  readonly counts = new CountChanges(1)
  readonly #sequelize: Sequelize
  readonly #connection: unknown
  readonly #rows: SqliteRows
  #storeTx: StoreTx | null = null
  #failure: { readonly error: unknown } | null = null
  #over = false
  #hasWritten = false

  constructor(sequelize: Sequelize, connection: unknown, rows: SqliteRows) {
    this.#sequelize = sequelize
    this.#connection = connection
    this.#rows = rows
  }

  /** Whether there may be something to undo. Record models write without being asked, so their use counts. */
  get hasWritten(): boolean {
    return this.#hasWritten || this.#storeTx !== null
  }

  withRecords<T>(work: (records: unknown) => Promise<T>): Promise<T> {
    if (this.#over) throw new TransactionOver()
    this.#storeTx ??= new StoreTx(this.#sequelize, this.#connection)
    const records = this.#storeTx
    return withinCommand(records, () => work(records))
  }

  async instance(key: Key): Promise<Rows['instances'] | undefined> {
    if (this.#over) throw new TransactionOver()
    const { instances } = this.#rows
    const known = instances.get(key)
    if (known) return known
    const row = await this.get('instances', key)
    if (row && isSmall(row)) instances.learn(row)
    return row
  }

  get<T extends Table>(table: T, key: Key): Promise<Rows[T] | undefined> {
    return this.#read(() => this.#rows.get(table, key))
  }

  find<T extends Table>(table: T, query: Query<Rows[T]>): Promise<Rows[T][]> {
    return this.#read(() => this.#rows.find(table, query))
  }

  count<T extends Table>(table: T, where: readonly Condition<Rows[T]>[]): Promise<number> {
    return this.#read(() => this.#rows.count(table, where))
  }

  insert<T extends Table>(table: T, row: Rows[T]): void {
    this.#write(() => {
      this.#rows.insert(table, row)
      // The table says what the row is, which the compiler does not see.
      if (table === 'tasks') this.#taskWritten(undefined, row as Rows['tasks'])
    })
  }

  update<T extends Table>(table: T, key: Key, changes: Partial<Rows[T]>, expected?: Revision): void {
    this.#write(() => {
      // The table says what is changed, which the compiler does not see.
      if (table === 'tasks') this.#updateTask(key, changes as Partial<Rows['tasks']>, expected)
      else this.#update(table, key, changes, expected)
      if (table === 'instances') this.#instanceWritten(key, changes as Partial<Rows['instances']>)
    })
  }

  delete<T extends Table>(table: T, key: Key): void {
    this.#write(() => {
      const was = table === 'tasks' ? this.#rows.candidacyTask(key) : undefined
      this.#rows.delete(table, key)
      if (table === 'instances') this.#rows.instances.forget(key)
      if (was) this.#taskWritten(was, undefined)
    })
  }

  /**
   * The work has ended: from now on nothing can be done through it, by the engine or by record models. After a good
   * end it throws the error of a write that the work has swallowed.
   */
  end(outcome: 'commit' | 'rollback'): void {
    this.#over = true
    if (this.#storeTx) this.#storeTx.finished = outcome
    if (outcome === 'commit' && this.#failure) throw this.#failure.error
  }

  #update<T extends Table>(table: T, key: Key, changes: Partial<Rows[T]>, expected?: Revision): void {
    if (!this.#rows.update(table, key, changes, expected?.revision)) throw new StaleRevision(key)
  }

  #updateTask(key: Key, changes: Partial<Rows['tasks']>, expected?: Revision): void {
    // Read before it is updated: an UPDATE … RETURNING costs SQLite more than both.
    const was = offeredBefore(this.#rows, key, changes)
    this.#update('tasks', key, changes, expected)
    if (was) this.#taskWritten(was, { ...was, ...changes })
  }

  #taskWritten(was: CandidacyTask | undefined, is: CandidacyTask | undefined): void {
    changeCandidacy(this.#rows, this.counts, was, is)
    if (is?.state === 'CREATED') this.#rows.tasks.learn(is)
    else if (was) this.#rows.tasks.forget(was.key)
  }

  #instanceWritten(key: Key, changes: Partial<Rows['instances']>): void {
    const { instances } = this.#rows
    const was = instances.get(key)
    if (!was) return
    const row = { ...was, ...changes }
    if (row.status === 'active' && isSmall(row)) instances.learn(row)
    else instances.forget(key)
  }

  async #read<T>(read: () => T): Promise<T> {
    if (this.#over) throw new TransactionOver()
    if (turnIsLong()) await nextTurn()
    return read()
  }

  #write(write: () => void): void {
    if (this.#over) throw new TransactionOver()
    this.#hasWritten = true
    try {
      write()
    } catch (error) {
      this.#failure ??= { error }
      throw error
    }
  }
}
