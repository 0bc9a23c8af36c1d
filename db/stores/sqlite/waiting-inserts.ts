import type Libsql from 'libsql'
import type { SqlValue } from '../sql/sql-text.ts'
import { marks } from '../sql/sql-text.ts'

/** Of rows of one statement: more gain little. */
const ROWS_PER_INSERT = 32

/** Rows of one table. */
interface Waiting {
  readonly head: string
  readonly width: number
  values: SqlValue[]
  readonly keys: Set<number>
  /** By the number of rows. */
  readonly statements: (Libsql.Statement | undefined)[]
}

/**
 * Rows of a transaction that are inserted many at a time: a row of the task table costs 9 µs alone and 5 µs among 16. Who
 * reads or changes one of them, or searches, has them all inserted first.
 */
export class WaitingInserts {
  readonly #prepare: (sql: string) => Libsql.Statement
  readonly #inWords: (table: string, error: unknown) => unknown
  readonly #tables = new Map<string, Waiting>()
  #isEmpty = true
  #holds = false
  #hasLost = false

  /** `inWords`: what is thrown when rows of a table cannot be inserted. */
  constructor(
    prepare: (sql: string) => Libsql.Statement,
    inWords: (table: string, error: unknown) => unknown,
  ) {
    this.#prepare = prepare
    this.#inWords = inWords
  }

  /** Whether rows may wait for more of their kind; else each is inserted at once. Begins anew. */
  set holds(holds: boolean) {
    this.forget()
    this.#holds = holds
  }

  /** Rows that waited could not be inserted, among them perhaps those of others: the transaction must be undone. */
  get hasLost(): boolean {
    return this.#hasLost
  }

  /** `head`: the statement as far as its column names; `key`: by which the row will be asked for. */
  add(table: string, head: string, key: number, values: readonly SqlValue[]): void {
    const waiting = this.#tables.get(table) ?? this.#open(table, head, values.length)
    for (const value of values) waiting.values.push(value)
    waiting.keys.add(key)
    this.#isEmpty = false
    if (!this.#holds || waiting.values.length === ROWS_PER_INSERT * waiting.width)
      this.#insert(table, waiting)
  }

  /** A row of the table is about to be read or changed by its key. */
  settleRow(table: string, key: number): void {
    if (!this.#isEmpty && this.#tables.get(table)?.keys.has(key)) this.settle()
  }

  /** @throws what `inWords` says */
  settle(): void {
    if (this.#isEmpty) return
    for (const [table, waiting] of this.#tables) this.#insert(table, waiting)
    this.#isEmpty = true
  }

  /** The transaction was undone. */
  forget(): void {
    for (const waiting of this.#tables.values()) empty(waiting)
    this.#isEmpty = true
    this.#hasLost = false
  }

  #insert(table: string, waiting: Waiting): void {
    const { values, width } = waiting
    if (values.length === 0) return
    const rows = values.length / width
    empty(waiting)
    try {
      this.#statement(waiting, rows).run(values)
    } catch (error) {
      this.#hasLost = this.#holds
      throw this.#inWords(table, error)
    }
  }

  #statement({ head, width, statements }: Waiting, rows: number): Libsql.Statement {
    statements[rows] ??= this.#prepare(
      `${head} VALUES ${new Array(rows).fill(`(${marks(width)})`).join(', ')}`,
    )
    return statements[rows]
  }

  #open(table: string, head: string, width: number): Waiting {
    const waiting: Waiting = { head, width, values: [], keys: new Set(), statements: [] }
    this.#tables.set(table, waiting)
    return waiting
  }
}

function empty(waiting: Waiting): void {
  waiting.values = []
  waiting.keys.clear()
}
