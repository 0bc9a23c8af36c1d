import type { Key } from '../../../engine/ports/rows.ts'
import { type Candidacy, takenOf } from './candidacy.ts'
import type { Pool } from './pool.ts'

export const MILLISECONDS_OF_DAY = 24 * 3_600_000

/** The day (UTC) in which a moment lies, counted from the epoch. */
export const dayOf = (at: number): number => Math.floor(at / MILLISECONDS_OF_DAY)
/** Its first moment. */
export const startOfDay = (day: number): number => day * MILLISECONDS_OF_DAY

/** A row of `task_counts_by_pool`: `change` more open tasks of a pool that nobody has. */
interface PoolChange {
  readonly pool: number
  readonly slot: number
  change: number
}

/** A row of `task_counts_by_day`: the same tasks, by the day on which they are due. */
interface DayChange extends PoolChange {
  readonly day: number
}

/** A row of `task_counts_by_element`: the same tasks, by where they are in which diagram. */
interface ElementChange extends PoolChange {
  readonly definition: Key
  readonly elementId: string
}

/** A group of tasks whose number changes: all that is counted of them is the same. */
interface Change {
  readonly pool: Pool
  readonly day: number
  readonly definition: Key
  readonly elementId: string
  readonly slot: number
  change: number
}

/** Of the same pool. */
const isSameGroup = (one: Change, other: Change): boolean =>
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
    this.#add({ pool, day: dayOf(dueAt), definition, elementId, slot: instance % this.#slots, change })
  }

  absorb(later: CountChanges): void {
    for (const change of later.#all()) this.#add({ ...change })
    for (const pool of later.#pools) this.#pools.add(pool)
  }

  get byPool(): PoolChange[] {
    return this.#sums(
      ({ slot }) => `${slot}`,
      ({ pool, slot, change }) => ({ pool: pool.id, slot, change }),
    )
  }

  get byDay(): DayChange[] {
    return this.#sums(
      ({ day, slot }) => `${day} ${slot}`,
      ({ pool, day, slot, change }) => ({ pool: pool.id, day, slot, change }),
    )
  }

  get byElement(): ElementChange[] {
    return this.#sums(
      ({ definition, elementId, slot }) => `${definition} ${elementId} ${slot}`,
      ({ pool, definition, elementId, slot, change }) => ({
        pool: pool.id,
        definition,
        elementId,
        slot,
        change,
      }),
    )
  }

  /** Pools that have got tasks, also such that somebody has. */
  get pools(): Pool[] {
    return [...this.#pools]
  }

  /** Takes the object over. */
  #add(added: Change): void {
    const ofPool = this.#changes.get(added.pool.id)
    const known = ofPool?.find((one) => isSameGroup(one, added))
    if (known) known.change += added.change
    else if (ofPool) ofPool.push(added)
    else this.#changes.set(added.pool.id, [added])
  }

  /** Most commands take away what they add. */
  get areNone(): boolean {
    for (const { change } of this.#all()) if (change !== 0) return false
    return true
  }

  /** A row for each pool and text of `textOf`, but for those that are as they were. */
  #sums<Row extends { change: number }>(
    textOf: (change: Change) => string,
    rowOf: (change: Change) => Row,
  ): Row[] {
    const moved = [...this.#changes.values()].flatMap((ofPool) => ofPool.filter(({ change }) => change !== 0))
    if (moved.length === 0) return []
    const rows = new Map<string, Row>()
    for (const one of moved) {
      const text = `${one.pool.id} ${textOf(one)}`
      const known = rows.get(text)
      if (known) known.change += one.change
      else rows.set(text, rowOf(one))
    }
    return [...rows.values()].filter(({ change }) => change !== 0)
  }

  *#all(): Iterable<Change> {
    for (const changes of this.#changes.values()) yield* changes
  }
}
