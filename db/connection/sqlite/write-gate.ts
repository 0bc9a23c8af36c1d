/** Gives the gate back. Calling it twice is a bug and throws. */
export type Leave = () => void

/**
 * One writer at a time, first come first served. SQLite has one write lock per file; waiting for it in the file
 * would block the event loop or fail with BUSY, waiting here does neither.
 */
export class WriteGate {
  #taken = false
  readonly #waiting: (() => void)[] = []

  async enter(): Promise<Leave> {
    if (this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#taken = true
    return this.#leaveOnce()
  }

  #leaveOnce(): Leave {
    let left = false
    return () => {
      if (left) throw new Error('the write gate was left twice by the same writer')
      left = true
      const next = this.#waiting.shift()
      // The gate stays taken while it passes to the next: nobody can slip in between.
      if (next) next()
      else this.#taken = false
    }
  }
}
