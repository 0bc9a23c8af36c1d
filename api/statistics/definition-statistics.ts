import type { Key } from '../../engine/index.ts'
import type { InstanceRow } from '../../engine/ports/rows.ts'
import type { Condition } from '../../engine/ports/store.ts'
import type { Engine } from '../../engine/runtime/engine.ts'
import type { ElementInstance, InstanceState } from '../../engine/state/instance-state.ts'
import type { ElementStatistics } from '../contract/v2/process-definitions.ts'
import { seenInState } from '../presenters/instance-state.ts'
import { statisticsOf } from '../v2/history/count-elements.ts'
import type { InstanceHistory } from '../v2/history/instance-history.ts'
import { readHistories } from '../v2/history/read-history.ts'
import { eachRow } from '../v2/search/scan-table.ts'
import { notFolded, type Sums, sumsOf } from './fold-ended.ts'

/** Running instances whose snapshots are looked at, beyond those whose histories are read. */
const SNAPSHOTS = 50_000
const CHUNK = 500

/**
 * Element instances of all instances of a definition: sums of those that ended, the histories of those that ended since
 * and of the newest 2,000 that run, and, of further 50,000 that run, what is active and stuck.
 */
export async function definitionStatistics(engine: Engine, definition: Key): Promise<ElementStatistics[]> {
  const sums = await sumsOf(engine, definition)
  const counts = new Map<string, ElementStatistics>()
  for (const [elementId, [completed, canceled]] of Object.entries(JSON.parse(sums.counts) as Sums))
    add(counts, { elementId, active: 0, incidents: 0, completed, canceled })
  const running: Condition<InstanceRow>[] = [
    { column: 'definition', is: '=', value: definition },
    { column: 'status', is: '=', value: 'active' },
  ]
  const told = [await historiesOf(engine, notFolded(sums)), await historiesOf(engine, running)] as const
  for (const one of await statisticsOf(engine, told.flat())) add(counts, one)
  const oldest = told[1].at(-1)
  if (oldest)
    await addSnapshots(engine, counts, definition, [
      ...running,
      { column: 'key', is: '<', value: oldest.instance },
    ])
  return [...counts.values()]
}

/** Newest first, as many as a scan looks at. */
async function historiesOf(
  engine: Engine,
  where: readonly Condition<InstanceRow>[],
): Promise<InstanceHistory[]> {
  const instances: Key[] = []
  const newest = { where, orderBy: [{ column: 'key', descending: true }], columns: ['key'] } as const
  await eachRow(engine.store, 'instances', newest, async ({ key }) => {
    instances.push(key)
  })
  return readHistories(engine.store, instances)
}

async function addSnapshots(
  engine: Engine,
  counts: Map<string, ElementStatistics>,
  definition: Key,
  where: readonly Condition<InstanceRow>[],
): Promise<void> {
  const { elements } = await engine.definitions.graph(definition)
  for (let seen = 0, last = 0; seen < SNAPSHOTS; seen += CHUNK) {
    const rows = await engine.store.find('instances', {
      where: [...where, { column: 'key', is: '>', value: last }],
      orderBy: [{ column: 'key' }],
      limit: CHUNK,
    })
    for (const row of rows)
      for (const { element, incident } of (await seenInState(engine, row, activeIn)) ?? [])
        add(counts, {
          elementId: elements[element]!.id,
          active: 1,
          incidents: incident ? 1 : 0,
          completed: 0,
          canceled: 0,
        })
    if (rows.length < CHUNK) return
    last = rows.at(-1)!.key
  }
}

/** All but the process itself. */
const activeIn = ({ elements }: InstanceState): ElementInstance[] =>
  [...elements.values()].filter(({ scope }) => scope !== 0)

function add(counts: Map<string, ElementStatistics>, one: ElementStatistics): void {
  const known = counts.get(one.elementId)
  if (!known) counts.set(one.elementId, { ...one })
  else {
    known.active += one.active
    known.incidents += one.incidents
    known.completed += one.completed
    known.canceled += one.canceled
  }
}
