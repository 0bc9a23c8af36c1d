import type { Key } from '../../../engine/index.ts'
import type { RowReader } from '../../../engine/ports/store.ts'
import { decodeEvents } from '../../../engine/state/event-codec.ts'
import { emptyHistory, type InstanceHistory, record } from './instance-history.ts'

const BATCH = 500

/** Reads all that an instance has done, from its history rows. Empty for an instance that does not exist. */
export async function readHistory(rows: RowReader, instance: Key): Promise<InstanceHistory> {
  const history = emptyHistory(instance)
  for (let seq = 0; ; ) {
    const batch = await rows.find('history', {
      where: [
        { column: 'instance', is: '=', value: instance },
        { column: 'seq', is: '>', value: seq },
      ],
      orderBy: [{ column: 'seq' }],
      limit: BATCH,
    })
    for (const row of batch)
      for (const event of decodeEvents(instance, row.events)) record(history, event, row.at)
    if (batch.length < BATCH) return history
    seq = batch.at(-1)?.seq ?? seq
  }
}
