import type { Key } from '../../../engine/ports/rows.ts'
import type { Offer } from './offer.ts'
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

/**
 * What commands did to the counts of tasks that can be taken. Gathered over a batch, because what one command takes
 * away another adds: most batches leave the counts as they are.
 */
export class CountChanges {
  readonly #slots: number
  readonly #days = new Map<string, DayChange>()
  readonly #elements = new Map<string, ElementChange>()
  readonly #pools = new Map<number, Pool>()

  /** `slots`: over how many rows a count is spread, so that writers do not wait for each other at a busy one. */
  constructor(slots: number) {
    this.#slots = slots
  }

  /** An offer comes (1) or goes (−1). */
  add({ pool, dueAt, definition, elementId, instance, taken }: Offer, change: 1 | -1): void {
    if (change > 0) this.#pools.set(pool.id, pool)
    if (taken) return
    const slot = instance % this.#slots
    this.#addDay({ pool: pool.id, day: dayOf(dueAt), slot, change })
    this.#addElement({ pool: pool.id, definition, elementId, slot, change })
  }

  absorb(later: CountChanges): void {
    for (const change of later.#days.values()) this.#addDay(change)
    for (const change of later.#elements.values()) this.#addElement(change)
    for (const [id, pool] of later.#pools) this.#pools.set(id, pool)
  }

  get byDay(): DayChange[] {
    return [...this.#days.values()].filter(({ change }) => change !== 0)
  }

  get byElement(): ElementChange[] {
    return [...this.#elements.values()].filter(({ change }) => change !== 0)
  }

  /** Pools that have got tasks, also such that somebody has. */
  get pools(): Pool[] {
    return [...this.#pools.values()]
  }

  #addDay(added: DayChange): void {
    const key = `${added.pool} ${added.day} ${added.slot}`
    const known = this.#days.get(key)
    if (known) known.change += added.change
    else this.#days.set(key, { ...added })
  }

  #addElement(added: ElementChange): void {
    const key = `${added.pool} ${added.definition} ${added.elementId} ${added.slot}`
    const known = this.#elements.get(key)
    if (known) known.change += added.change
    else this.#elements.set(key, { ...added })
  }
}
