import type { Key } from '../key.ts'
import type { EngineStore } from '../ports/store.ts'

const BLOCK = 20_000
/** What ordinary commands never use up. */
const LOW_WATER = 2_000

/** Thrown by `next` in the middle of a step: reserve more and run the command again. */
export class OutOfKeys extends Error {}

/** Hands out keys from blocks reserved in the store, so that a step can take them without waiting. */
export class KeySource {
  private readonly store: EngineStore
  private following: Key = 0
  private end: Key = 0
  private reserving: Promise<void> | null = null

  constructor(store: EngineStore) {
    this.store = store
  }

  readonly next = (): Key => {
    if (this.following >= this.end) throw new OutOfKeys()
    return this.following++
  }

  suffice(count: number = LOW_WATER): boolean {
    return this.end - this.following >= count
  }

  /** Resolves when at least `count` keys are there. */
  async ensure(count: number = LOW_WATER): Promise<void> {
    while (!this.suffice(count)) {
      this.reserving ??= this.reserve(Math.max(count, BLOCK)).finally(() => {
        this.reserving = null
      })
      await this.reserving
    }
  }

  private async reserve(count: number): Promise<void> {
    const first = await this.store.reserveKeys(count)
    this.following = first
    this.end = first + count
  }
}
