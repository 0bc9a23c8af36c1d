import type { Key } from '../../key.ts'
import type { Rows, Table } from '../rows.ts'
import { type Condition, type Query, type Revision, StaleRevision, type StoreTransaction } from '../store.ts'
import { DuplicateRow, NoSingleKey, TransactionOver } from '../store-errors.ts'
import { comparePlaces, type Place, placeOf, placeOfKey } from './memory-rows.ts'
import { rowMatches } from './row-matches.ts'
import { selectRows } from './select-rows.ts'

/** The committed rows that a transaction builds on. */
export interface CommittedRows {
  get<T extends Table>(table: T, place: Place): Rows[T] | undefined
  /** In key order, all rows that may meet the conditions, and perhaps others. */
  candidates<T extends Table>(table: T, where: readonly Condition<Rows[T]>[]): Iterable<Rows[T]>
}

/** What a transaction did to one row: its new content, or null where it is deleted. */
export interface Change {
  readonly table: Table
  readonly place: Place
  readonly row: Rows[Table] | null
}

/** Writes beside the committed rows until the store applies them; dropping it is the rollback. */
export class MemoryTransaction implements StoreTransaction {
  readonly #committed: CommittedRows
  readonly #changes = new Map<string, Change>()
  #failure: { readonly error: unknown } | null = null
  #over = false

  constructor(committed: CommittedRows) {
    this.#committed = committed
  }

  withRecords<T>(work: (records: unknown) => Promise<T>): Promise<T> {
    return work(null)
  }

  instance(key: Key): Promise<Rows['instances'] | undefined> {
    return this.get('instances', key)
  }

  async get<T extends Table>(table: T, key: Key): Promise<Rows[T] | undefined> {
    this.#stillOpen()
    const row = this.#current(table, placeOfKey(table, key))
    return row && { ...row }
  }

  async find<T extends Table>(table: T, query: Query<Rows[T]>): Promise<Rows[T][]> {
    this.#stillOpen()
    return selectRows(this.#candidates(table, query.where), query)
  }

  async count<T extends Table>(table: T, where: readonly Condition<Rows[T]>[]): Promise<number> {
    this.#stillOpen()
    return this.#candidates(table, where).filter((row) => rowMatches(row, where)).length
  }

  insert<T extends Table>(table: T, row: Rows[T]): void {
    this.#write(() => {
      const place = placeOf(row)
      if (this.#current(table, place)) throw new DuplicateRow(table, place)
      this.#put({ table, place, row: { ...row } })
    })
  }

  update<T extends Table>(table: T, key: Key, changes: Partial<Rows[T]>, expected?: Revision): void {
    this.#write(() => {
      if (table === 'history') throw new NoSingleKey()
      const place = placeOfKey(table, key)
      const row = this.#current(table, place)
      const revision = row && 'revision' in row ? row.revision : undefined
      if (expected && revision !== expected.revision) throw new StaleRevision(key)
      if (row) this.#put({ table, place, row: { ...row, ...changes } })
    })
  }

  delete<T extends Table>(table: T, key: Key): void {
    this.#write(() => {
      const places = table === 'history' ? this.#historyOf(key) : [String(key)]
      for (const place of places) this.#put({ table, place, row: null })
    })
  }

  /**
   * Ends the transaction and hands over what it changed.
   * @throws the error of a write that the work has swallowed
   */
  end(): readonly Change[] {
    this.#over = true
    if (this.#failure) throw this.#failure.error
    return [...this.#changes.values()]
  }

  /** The work has thrown. */
  abandon(): void {
    this.#over = true
  }

  #put(change: Change): void {
    this.#changes.set(`${change.table} ${change.place}`, change)
  }

  #current<T extends Table>(table: T, place: Place): Rows[T] | undefined {
    const change = this.#changes.get(`${table} ${place}`)
    // A change is kept under the table of its row.
    return change ? ((change.row ?? undefined) as Rows[T] | undefined) : this.#committed.get(table, place)
  }

  #historyOf(instance: Key): Place[] {
    const where = [{ column: 'instance', is: '=', value: instance }] as const
    return this.#candidates('history', where)
      .filter((row) => row.instance === instance)
      .map(placeOf)
  }

  #candidates<T extends Table>(table: T, where: readonly Condition<Rows[T]>[]): Rows[T][] {
    const mine = [...this.#changes.values()].filter((change) => change.table === table)
    const rows = [...this.#committed.candidates(table, where)]
    if (mine.length === 0) return rows
    const changed = new Set(mine.map((change) => change.place))
    const written = mine.flatMap((change) => (change.row ? [change.row as Rows[T]] : [])) // as above
    return [...rows.filter((row) => !changed.has(placeOf(row))), ...written].sort(comparePlaces)
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
}
