import type { Rows, Table } from '../rows.ts'
import type { Condition } from '../store.ts'
import { NoSingleKey } from '../store-errors.ts'

type AnyRow = Rows[Table]

/** Where a row stands: its key; for history its instance, then its sequence number. */
export type Place = string

export const placeOf = (row: AnyRow): Place => ('key' in row ? String(row.key) : `${row.instance}/${row.seq}`)

/** @throws NoSingleKey for history */
export function placeOfKey(table: Table, key: number): Place {
  if (table === 'history') throw new NoSingleKey()
  return String(key)
}

/** All rows of one table as committed, in key order. */
export class MemoryRows<Row extends AnyRow> {
  readonly #rows = new Map<Place, Row>()
  /** Rows come with growing keys, almost always. */
  #sorted = true
  #last: Row | null = null

  get(place: Place): Row | undefined {
    return this.#rows.get(place)
  }

  set(place: Place, row: Row): void {
    if (!this.#rows.has(place) && this.#last && comparePlaces(this.#last, row) > 0) this.#sorted = false
    if (!this.#rows.has(place)) this.#last = row
    this.#rows.set(place, row)
  }

  delete(place: Place): void {
    this.#rows.delete(place)
  }

  inOrder(): Iterable<Row> {
    if (!this.#sorted) this.#sort()
    return this.#rows.values()
  }

  /** In key order, all rows that may meet the conditions, and perhaps others. */
  candidates(_where: readonly Condition<Row>[]): Iterable<Row> {
    return this.inOrder()
  }

  #sort(): void {
    const rows = [...this.#rows.values()].sort(comparePlaces)
    this.#rows.clear()
    for (const row of rows) this.#rows.set(placeOf(row), row)
    this.#sorted = true
    this.#last = rows.at(-1) ?? null
  }
}

/** Order of the primary key. */
export function comparePlaces(a: AnyRow, b: AnyRow): number {
  if ('key' in a && 'key' in b) return a.key - b.key
  if (!('key' in a) && !('key' in b)) return a.instance - b.instance || a.seq - b.seq
  return 0
}
