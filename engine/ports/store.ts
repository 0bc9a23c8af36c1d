import type { Key } from '../key.ts'
import type { Rows, Table } from './rows.ts'

/**
 * Where the engine keeps its rows. One command = one `transact`; what it wrote is there after a crash once the promise
 * resolves. Every implementation passes `engine/testing/store-conformance.ts`.
 */
export interface EngineStore extends RowReader {
  /** Brings the schema up to date; refuses a newer or half-migrated one, and settings that could lose a commit. */
  open(): Promise<void>
  /**
   * Runs `work` in a transaction. Calls that arrive together may share one commit, as if each had its own savepoint: when
   * `work` throws, its writes alone are undone and its error is rethrown here. Resolves after the commit.
   * `instances`: the instances that `work` will load first, so that a store can fetch and lock them all at once.
   * `work` may run more than once: a database undoes a transaction that stands in another's way. It does database work
   * only, and neither calls `transact` nor `reserveKeys`, which would wait for it.
   * Throws `StaleRevision` when an instance was changed by another node in between: the caller runs again; and
   * `CommitUnknown` when the database did not say whether it committed.
   */
  transact<T>(instances: readonly Key[], work: (tx: StoreTransaction) => Promise<T>): Promise<T>
  /** Reserves `count` keys that no other node will use and returns the first. */
  reserveKeys(count: number): Promise<Key>
  close(): Promise<void>
}

export interface StoreTransaction extends RowReader {
  /**
   * Runs work that writes records in this transaction, and gives it what record models take for it (Sequelize's
   * `transaction` option); null in memory. Inside, a query without it is refused, and so are `transact` and `reserveKeys`.
   */
  withRecords<T>(work: (records: unknown) => Promise<T>): Promise<T>
  /** The instance as last saved, locked until the end of the transaction. */
  instance(key: Key): Promise<Rows['instances'] | undefined>
  insert<T extends Table>(table: T, row: Rows[T]): void
  /** Changes the columns given. `revision` is checked where `expected` is given. */
  update<T extends Table>(table: T, key: Key, changes: Partial<Rows[T]>, expected?: Revision): void
  delete<T extends Table>(table: T, key: Key): void
}

/** The revision that the row must still have, else `StaleRevision`. */
export interface Revision {
  readonly revision: number
}

export class StaleRevision extends Error {
  readonly instance: Key
  constructor(instance: Key) {
    super(`instance ${instance} was changed by another command since it was loaded: load it again and repeat`)
    this.name = 'StaleRevision'
    this.instance = instance
  }
}

/**
 * The connection was lost while the commit was on its way: it may or may not have happened. Repeating the same call with
 * the same idempotency key is safe.
 */
export class CommitUnknown extends Error {
  readonly code = 'commit_unknown'
  constructor() {
    super(
      'the database connection was lost during the commit, so the outcome of this command is unknown: ' +
        'repeat it with the same idempotency key',
    )
    this.name = 'CommitUnknown'
  }
}

/** Reads see every commit that was acknowledged before they began, and inside a transaction its own writes. */
export interface RowReader {
  get<T extends Table>(table: T, key: Key): Promise<Rows[T] | undefined>
  find<T extends Table>(table: T, query: Query<Rows[T]>): Promise<Rows[T][]>
  count<T extends Table>(table: T, where: readonly Condition<Rows[T]>[]): Promise<number>
}

export interface Query<Row> {
  /** All must hold. */
  readonly where: readonly Condition<Row>[]
  /** Ties are broken by the primary key, ascending, so pages never overlap. Nulls sort last. */
  readonly orderBy?: readonly Order<Row>[]
  readonly limit?: number
  readonly offset?: number
  /** Inside a transaction: locks the rows until its end. Those that another one has locked it skips, or waits for. */
  readonly lock?: 'skip' | 'wait'
  /** Only these columns are read; the others are absent. Leaves out long texts. */
  readonly columns?: readonly (keyof Row & string)[]
}

export interface Order<Row> {
  readonly column: keyof Row & string
  readonly descending?: boolean
}

export type Condition<Row> =
  | {
      readonly column: keyof Row & string
      readonly is: '=' | '!=' | '<' | '<=' | '>' | '>='
      readonly value: string | number
    }
  | {
      readonly column: keyof Row & string
      readonly is: 'in' | 'not in'
      readonly value: readonly (string | number)[]
    }
  | { readonly column: keyof Row & string; readonly is: 'null' | 'not null' }
  /** `*` stands for any characters, `?` for one; case matters as the database's binary collation has it. */
  | { readonly column: keyof Row & string; readonly is: 'like'; readonly value: string }
  /** The JSON array in the column has one of these texts. Tasks: backed by the index of candidates. */
  | { readonly column: keyof Row & string; readonly is: 'has one of'; readonly value: readonly string[] }
  | { readonly anyOf: readonly (readonly Condition<Row>[])[] }
