import type { Key } from '../../../engine/ports/rows.ts'

/** Those that were written last; some hundred bytes each. */
const KEPT = 5_000

/**
 * Rows as this writer has read or written them last: who claims a task and then completes it, and an instance that moves
 * through several jobs, has them read once. They are so as long as nobody else has committed to the file. Kept up by who writes;
 * never changed in place.
 */
export class RememberedRows<Row extends { readonly key: Key }> {
  readonly #rows = new Map<Key, Row>()

  get(key: Key): Row | undefined {
    return this.#rows.get(key)
  }

  /** The row is so now. */
  learn(row: Row): void {
    // The last one stands last.
    this.#rows.delete(row.key)
    this.#rows.set(row.key, row)
    if (this.#rows.size <= KEPT) return
    const oldest = this.#rows.keys().next().value
    if (oldest !== undefined) this.#rows.delete(oldest)
  }

  forget(key: Key): void {
    this.#rows.delete(key)
  }

  forgetAll(): void {
    this.#rows.clear()
  }
}
