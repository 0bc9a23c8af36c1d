import type { Rows } from '../../engine/ports/rows.ts'
import type { EngineStore } from '../../engine/ports/store.ts'

/** Of one case, so that a process that called thousands of others still has a readable history. */
const MOST = 200

export interface CaseInstance {
  readonly row: Rows['instances']
  /** 0 for the instance itself, 1 for what it called, and so on. */
  readonly depth: number
}

/** An instance and all that it called, directly or not; at most 200. */
export async function withCalledInstances(
  store: EngineStore,
  root: Rows['instances'],
): Promise<CaseInstance[]> {
  const found: CaseInstance[] = [{ row: root, depth: 0 }]
  for (let callers = [root.key], depth = 1; callers.length > 0 && found.length < MOST; depth++) {
    const called = await store.find('instances', {
      where: [{ column: 'parent', is: 'in', value: callers }],
      limit: MOST - found.length,
    })
    found.push(...called.map((row) => ({ row, depth })))
    callers = called.map(({ key }) => key)
  }
  return found
}
