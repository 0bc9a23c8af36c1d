import type { Key } from '../../key.ts'
import type { Rows, Table } from '../rows.ts'
import type { Condition, EngineStore, Query, StoreTransaction } from '../store.ts'
import { HistoryRows } from './history-rows.ts'
import { MemoryRows, type Place, placeOfKey } from './memory-rows.ts'
import { type Change, MemoryTransaction } from './memory-transaction.ts'
import { rowMatches } from './row-matches.ts'
import { selectRows } from './select-rows.ts'

type Tables = { readonly [T in Table]: MemoryRows<Rows[T]> }

/** Keeps everything in this process and nothing after it: for tests, simulation, and the designer's Play in the browser. */
export class MemoryStore implements EngineStore {
  readonly #tables: Tables = emptyTables()
  #lastKey = 0
  /** Transactions run one after another. */
  #tail: Promise<unknown> = Promise.resolve()

  async open(): Promise<void> {}

  async close(): Promise<void> {
    await this.#tail
  }

  async reserveKeys(count: number): Promise<Key> {
    const first = this.#lastKey + 1
    this.#lastKey += count
    return first
  }

  transact<T>(_instances: readonly Key[], work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    const result = this.#tail.then(() => this.#run(work))
    // The next command does not care how this one ended.
    this.#tail = result.catch(() => {})
    return result
  }

  async get<T extends Table>(table: T, key: Key): Promise<Rows[T] | undefined> {
    const row = this.#tables[table].get(placeOfKey(table, key))
    return row && { ...row }
  }

  async find<T extends Table>(table: T, query: Query<Rows[T]>): Promise<Rows[T][]> {
    return selectRows(this.#rowsOf(table).candidates(query.where), query)
  }

  async count<T extends Table>(table: T, where: readonly Condition<Rows[T]>[]): Promise<number> {
    return [...this.#rowsOf(table).candidates(where)].filter((row) => rowMatches(row, where)).length
  }

  async #run<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    const tx = new MemoryTransaction({
      get: (table, place: Place) => this.#rowsOf(table).get(place),
      candidates: (table, where) => this.#rowsOf(table).candidates(where),
    })
    try {
      const result = await work(tx)
      for (const change of tx.end()) this.#apply(change)
      return result
    } finally {
      tx.abandon()
    }
  }

  #apply({ table, place, row }: Change): void {
    const rows: MemoryRows<Rows[Table]> = this.#rowsOf(table)
    if (row) rows.set(place, row)
    else rows.delete(place)
  }

  /** The compiler does not follow `T` through an index: each table's rows have the table's type. */
  #rowsOf<T extends Table>(table: T): MemoryRows<Rows[T]> {
    return this.#tables[table] as unknown as MemoryRows<Rows[T]>
  }
}

const emptyTables = (): Tables => ({
  deployments: new MemoryRows(),
  processDefinitions: new MemoryRows(),
  decisions: new MemoryRows(),
  forms: new MemoryRows(),
  instances: new MemoryRows(),
  history: new HistoryRows(),
  snapshots: new MemoryRows(),
  tasks: new MemoryRows(),
  offers: new MemoryRows(),
  jobs: new MemoryRows(),
  timers: new MemoryRows(),
  subscriptions: new MemoryRows(),
  messages: new MemoryRows(),
  incidents: new MemoryRows(),
  outbox: new MemoryRows(),
  answers: new MemoryRows(),
  batchOperations: new MemoryRows(),
  batchItems: new MemoryRows(),
  elementStatistics: new MemoryRows(),
})
