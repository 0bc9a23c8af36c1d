import type { Key } from '../../../engine/index.ts'
import type { HistoryRow } from '../../../engine/ports/rows.ts'
import type { Condition, RowReader } from '../../../engine/ports/store.ts'
import { decodeEvents } from '../../../engine/state/event-codec.ts'
import { emptyHistory, type InstanceHistory, record } from './instance-history.ts'

/** Rows that are asked for at once. */
const BATCH = 1_000
/** Instances whose rows are asked for together. */
const CHUNK = 100

/** Reads all that an instance has done, from its history rows. Empty for an instance that does not exist. */
export async function readHistory(rows: RowReader, instance: Key): Promise<InstanceHistory> {
  const [history] = await readHistories(rows, [instance])
  return history!
}

/** The same of several, in their order, with a query for a hundred of them instead of one for each. */
export async function readHistories(rows: RowReader, instances: readonly Key[]): Promise<InstanceHistory[]> {
  const histories = new Map(instances.map((instance) => [instance, emptyHistory(instance)]))
  for (let from = 0; from < instances.length; from += CHUNK)
    await readChunk(rows, instances.slice(from, from + CHUNK), histories)
  return [...histories.values()]
}

async function readChunk(
  rows: RowReader,
  instances: readonly Key[],
  histories: ReadonlyMap<Key, InstanceHistory>,
): Promise<void> {
  for (let last: HistoryRow | undefined; ; ) {
    const batch: HistoryRow[] = await rows.find('history', {
      where: last === undefined ? [among(instances)] : after(last, instances),
      orderBy: [{ column: 'instance' }, { column: 'seq' }],
      limit: BATCH,
      columns: ['instance', 'seq', 'at', 'events'],
    })
    for (const { instance, at, events } of batch)
      for (const event of decodeEvents(instance, events)) record(histories.get(instance)!, event, at)
    if (batch.length < BATCH) return
    last = batch.at(-1)!
  }
}

const among = (instances: readonly Key[]): Condition<HistoryRow> => ({
  column: 'instance',
  is: 'in',
  value: instances,
})

/** What comes behind that row: the rest of its instance, and those with higher keys. */
const after = ({ instance, seq }: HistoryRow, instances: readonly Key[]): Condition<HistoryRow>[] => [
  among(instances.filter((key) => key >= instance)),
  { anyOf: [[{ column: 'instance', is: '>', value: instance }], [{ column: 'seq', is: '>', value: seq }]] },
]
