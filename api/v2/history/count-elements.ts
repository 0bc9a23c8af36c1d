import type { Key } from '../../../engine/index.ts'
import type { Rows } from '../../../engine/ports/rows.ts'
import type { Condition } from '../../../engine/ports/store.ts'
import type { Engine } from '../../../engine/runtime/engine.ts'
import type { ElementStatistics } from '../../contract/v2/process-definitions.ts'
import { eachRow } from '../search/scan-table.ts'
import { graphsOf } from './graphs-of.ts'
import type { InstanceHistory } from './instance-history.ts'
import { readHistories } from './read-history.ts'

const counterOf = { ACTIVE: 'active', COMPLETED: 'completed', TERMINATED: 'canceled' } as const

/**
 * Counts element instances by element over the instances of one definition that meet the conditions, newest first and
 * at most as many as a scan looks at.
 */
export async function countElements(
  engine: Engine,
  where: readonly Condition<Rows['instances']>[],
  keep: ((row: Rows['instances']) => boolean | Promise<boolean>) | undefined,
): Promise<ElementStatistics[]> {
  const instances: Key[] = []
  const newestFirst = { where, orderBy: [{ column: 'key', descending: true }] } as const
  await eachRow(engine.store, 'instances', newestFirst, async (row) => {
    if (keep === undefined || (await keep(row))) instances.push(row.key)
  })
  return statisticsOf(engine, await readHistories(engine.store, instances))
}

/** The counts of these histories. The process itself is not among its elements. */
export async function statisticsOf(
  engine: Engine,
  histories: readonly InstanceHistory[],
): Promise<ElementStatistics[]> {
  const graphOf = await graphsOf(engine, histories)
  const counts = new Map<string, ElementStatistics>()
  for (const { elements } of histories)
    for (const { definition, element, scope, state, incident } of elements.values()) {
      const elementId = graphOf(definition).elements[element]?.id
      if (elementId === undefined || scope === 0) continue
      const count = counts.get(elementId) ?? { elementId, active: 0, canceled: 0, incidents: 0, completed: 0 }
      count[counterOf[state]]++
      if (incident !== 0) count.incidents++
      counts.set(elementId, count)
    }
  return [...counts.values()]
}
