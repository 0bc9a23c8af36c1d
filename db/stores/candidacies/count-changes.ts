import type { Key } from '../../../engine/ports/rows.ts'
import { type Candidacy, takenOf } from './candidacy.ts'
import type { Pool } from './pool.ts'

export const MILLISECONDS_OF_DAY = 24 * 3_600_000

/** The day (UTC) in which a moment lies, counted from the epoch. */
export const dayOf = (at: number): number => Math.floor(at / MILLISECONDS_OF_DAY)
/** Its first moment. */
export const startOfDay = (day: number): number => day * MILLISECONDS_OF_DAY

/** A row of `task_counts_by_day`: `change` more open tasks that nobody has, of a pool, due on a day. */
interface DayChange {
  readonly pool: number
  readonly day: number
  readonly slot: number
  change: number
}

/** A row of `task_counts_by_element`: the same tasks, by where they are in which diagram. */
interface ElementChange {
  readonly pool: number
  readonly definition: Key
  readonly elementId: string
  readonly slot: number
  change: number
}

/** A group of tasks whose number changes: all that is counted of them is the same. */
interface Change extends Place {
  change: number
}

interface Place {
  readonly pool: Pool
  readonly day: number
  readonly definition: Key
  readonly elementId: string
  readonly slot: number
}

/** Of the same pool. */
const isSamePlace = (one: Place, other: Place): boolean =>
  one.day === other.day &&
  one.definition === other.definition &&
  one.elementId === other.elementId &&
  one.slot === other.slot

/**
 * What commands did to the counts of tasks that can be taken. Gathered over a batch, because what one command takes
 * away another adds: most batches leave the counts as they are.
 */
export class CountChanges {
  readonly #slots: number
  /** By pool; of each there are few, because its tasks are at the same elements and due on the same days. */
  readonly #changes = new Map<number, Change[]>()
  readonly #pools = new Set<Pool>()

  /** `slots`: over how many rows a count is spread, so that writers do not wait for each other at a busy one. */
  constructor(slots: number) {
    this.#slots = slots
  }

  /** A candidacy comes (1) or goes (−1). */
  add(candidacy: Candidacy, change: 1 | -1): void {
    const { pool, dueAt, definition, elementId, instance } = candidacy
    if (change > 0) this.#pools.add(pool)
    if (takenOf(candidacy)) return
    this.#add({ pool, day: dayOf(dueAt), definition, elementId, slot: instance % this.#slots }, change)
  }

  absorb(later: CountChanges): void {
    for (const change of later.#all()) this.#add(change, change.change)
    for (const pool of later.#pools) this.#pools.add(pool)
  }

  get byDay(): DayChange[] {
    const rows = new Map<string, DayChange>()
    for (const { pool, day, slot, change } of this.#all()) {
      const key = `${pool.id} ${day} ${slot}`
      const known = rows.get(key)
      if (known) known.change += change
      else rows.set(key, { pool: pool.id, day, slot, change })
    }
    return [...rows.values()].filter(({ change }) => change !== 0)
  }

  get byElement(): ElementChange[] {
    const rows = new Map<string, ElementChange>()
    for (const { pool, definition, elementId, slot, change } of this.#all()) {
      const key = `${pool.id} ${definition} ${elementId} ${slot}`
      const known = rows.get(key)
      if (known) known.change += change
      else rows.set(key, { pool: pool.id, definition, elementId, slot, change })
    }
    return [...rows.values()].filter(({ change }) => change !== 0)
  }

  /** Pools that have got tasks, also such that somebody has. */
  get pools(): Pool[] {
    return [...this.#pools]
  }

  #add(place: Place, change: number): void {
    const ofPool = this.#changes.get(place.pool.id)
    const known = ofPool?.find((one) => isSamePlace(one, place))
    if (known) known.change += change
    else if (ofPool) ofPool.push({ ...place, change })
    else this.#changes.set(place.pool.id, [{ ...place, change }])
  }

  *#all(): Iterable<Change> {
    for (const changes of this.#changes.values()) yield* changes
  }
}
