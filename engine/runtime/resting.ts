import type { Key } from '../key.ts'

const FIRST_REST_MS = 1_000
const LONGEST_REST_MS = 3_600_000

interface Rest {
  readonly until: number
  readonly failures: number
}

/** Work that failed is left alone for a while, longer each time, so that it neither spins nor keeps other work waiting. */
export class Resting {
  private readonly known = new Map<Key, Rest>()

  failed(key: Key, now: number): void {
    const failures = (this.known.get(key)?.failures ?? 0) + 1
    const rest = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (failures - 1))
    this.known.set(key, { until: now + rest, failures })
  }

  forget(key: Key): void {
    this.known.delete(key)
  }

  rests(key: Key, now: number): boolean {
    return (this.known.get(key)?.until ?? now) > now
  }

  get size(): number {
    return this.known.size
  }

  /** When the first of what rests may be tried again; Infinity when nothing rests. */
  nextAt(now: number): number {
    let next = Number.POSITIVE_INFINITY
    for (const [key, { until }] of this.known) {
      if (until > now) next = Math.min(next, until)
      else if (until + LONGEST_REST_MS < now) this.known.delete(key) // gone, or another node's by now
    }
    return next
  }
}
