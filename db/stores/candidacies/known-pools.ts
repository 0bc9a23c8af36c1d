import type { Pool } from './pool.ts'

const KEPT = 10_000

/** Pools whose members this process has seen committed in `task_pools`: they need not be written again. */
export class KnownPools {
  readonly #ids = new Set<number>()

  unknownOf(pools: readonly Pool[]): Pool[] {
    return pools.filter(({ id }) => !this.#ids.has(id))
  }

  /** After the commit that wrote them. */
  learn(pools: readonly Pool[]): void {
    if (this.#ids.size + pools.length > KEPT) this.#ids.clear()
    for (const { id } of pools) this.#ids.add(id)
  }
}
