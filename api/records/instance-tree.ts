import type { EngineStore } from '../../engine/ports/store.ts'

/** Calls nest a few levels; this only ends what should never be. */
const DEEPEST = 8

/** The instances and everything that they have called, at any depth. */
export async function withCalled(store: EngineStore, instances: readonly number[]): Promise<number[]> {
  const found = new Set(instances)
  let level = [...found]
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const called = await store.find('instances', {
      where: [{ column: 'parent', is: 'in', value: level }],
      columns: ['key'],
      limit: 2_000,
    })
    level = called.map((row) => row.key).filter((key) => !found.has(key))
    for (const key of level) found.add(key)
  }
  return [...found]
}
