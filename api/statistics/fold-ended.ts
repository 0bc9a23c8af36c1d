import type { Key } from '../../engine/index.ts'
import type { ElementStatisticsRow, InstanceRow } from '../../engine/ports/rows.ts'
import type { Condition } from '../../engine/ports/store.ts'
import { DuplicateRow } from '../../engine/ports/store-errors.ts'
import type { Engine } from '../../engine/runtime/engine.ts'
import { statisticsOf } from '../v2/history/count-elements.ts'
import { readHistories } from '../v2/history/read-history.ts'

/** Instances whose histories are summed up in one transaction. */
const CHUNK = 500
/** Of these, as many whose histories are held at once. */
const HELD = 100
/** A commit that was under way when others ended has its time by then, whichever node made it. Milliseconds. */
const SETTLED = 60_000

/** Completed and canceled element instances by element id. */
export type Sums = Record<string, readonly [completed: number, canceled: number]>

/**
 * Adds instances that have ended to the sums of their definition, each once. Their histories are read once, here, so
 * that statistics need not read them again, and no command pays for it.
 */
export async function foldEnded(engine: Engine, now: number): Promise<void> {
  const definitions = await engine.store.find('processDefinitions', { where: [], columns: ['key'] })
  for (const { key } of definitions) while (await foldSome(engine, key, now - SETTLED));
}

/** False when nothing is left to add, or another node is about it. */
async function foldSome(engine: Engine, definition: Key, until: number): Promise<boolean> {
  const before = await sumsOf(engine, definition)
  const rows = await engine.store.find('instances', {
    where: [...notFolded(before), { column: 'endedAt', is: '<=', value: until }],
    orderBy: [{ column: 'endedAt' }, { column: 'key' }],
    limit: CHUNK,
    columns: ['key', 'endedAt'],
  })
  const last = rows.at(-1)
  if (last === undefined) return false
  const after = await added(engine, before, rows)
  const saved = await save(engine, before, {
    ...after,
    countedTo: last.endedAt!, // it has ended
    countedKey: last.key,
  })
  return saved && rows.length === CHUNK
}

/** Ended instances of the definition that are not in its sums. */
export const notFolded = ({ key, countedTo, countedKey }: ElementStatisticsRow): Condition<InstanceRow>[] => [
  { column: 'definition', is: '=', value: key },
  // Said by itself, for the index; what follows takes the rest away.
  { column: 'endedAt', is: '>=', value: countedTo },
  {
    anyOf: [
      [{ column: 'endedAt', is: '>', value: countedTo }],
      [{ column: 'key', is: '>', value: countedKey }],
    ],
  },
]

export async function sumsOf({ store }: Engine, definition: Key): Promise<ElementStatisticsRow> {
  const none = { key: definition, countedTo: 0, countedKey: 0, instances: 0, counts: '{}' }
  return (await store.get('elementStatistics', definition)) ?? none
}

async function added(
  engine: Engine,
  before: ElementStatisticsRow,
  rows: readonly InstanceRow[],
): Promise<ElementStatisticsRow> {
  const sums = Object.assign(Object.create(null) as Sums, JSON.parse(before.counts)) // element ids are keys
  for (let from = 0; from < rows.length; from += HELD) {
    const instances = rows.slice(from, from + HELD).map(({ key }) => key)
    const histories = await readHistories(engine.store, instances)
    for (const { elementId, completed, canceled } of await statisticsOf(engine, histories)) {
      const [done, ended] = sums[elementId] ?? [0, 0]
      sums[elementId] = [done + completed, ended + canceled]
    }
  }
  return { ...before, instances: before.instances + rows.length, counts: JSON.stringify(sums) }
}

/** False when another node has added some meanwhile. */
async function save(
  { store }: Engine,
  before: ElementStatisticsRow,
  after: ElementStatisticsRow,
): Promise<boolean> {
  try {
    return await store.transact([], async (tx) => {
      const [now] = await tx.find('elementStatistics', {
        where: [{ column: 'key', is: '=', value: before.key }],
        lock: 'skip',
      })
      if ((now?.countedKey ?? 0) !== before.countedKey || (now?.countedTo ?? 0) !== before.countedTo)
        return false
      if (now) tx.update('elementStatistics', before.key, after)
      else tx.insert('elementStatistics', after)
      return true
    })
  } catch (error) {
    if (error instanceof DuplicateRow) return false
    throw error
  }
}
