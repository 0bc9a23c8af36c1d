import { DateTime, Duration } from 'luxon'
import type { Key } from '../../engine/index.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Condition } from '../../engine/ports/store.ts'
import type { Engine } from '../../engine/runtime/engine.ts'

/** Instances that are deleted at the same time, each in a transaction of its own. */
const TOGETHER = 16
const BY = 'retention'

export const FOREVER = 'forever'

export interface Retention {
  /** ISO 8601 duration since the end, or `forever`; of processes that do not say otherwise by `kartabl:retention`. */
  readonly keep: string
  /** Epoch milliseconds. */
  readonly now: number
}

/** Deletes instances that ended longer ago than they are kept, with what they called; how many there were of them. */
export async function deleteExpired(engine: Engine, { keep, now }: Retention): Promise<number> {
  const definitions = await engine.store.find('processDefinitions', { where: [], columns: ['key'] })
  let deleted = 0
  for (const { key } of definitions) {
    const { properties } = await engine.definitions.graph(key)
    const kept = properties['kartabl:retention'] ?? keep
    if (kept === FOREVER) continue
    const until = DateTime.fromMillis(now, { zone: 'UTC' }).minus(Duration.fromISO(kept)).toMillis()
    deleted += await deleteEndedBefore(engine, key, until)
  }
  return deleted
}

async function deleteEndedBefore(engine: Engine, definition: Key, until: number): Promise<number> {
  for (let deleted = 0; ; ) {
    const rows = await engine.store.find('instances', {
      where: ended(definition, until),
      orderBy: [{ column: 'endedAt' }],
      limit: TOGETHER,
      columns: ['key'],
    })
    const done = await Promise.all(rows.map(({ key }) => engine.deleteInstance(key, { by: BY })))
    const gone = done.filter(({ ok }) => ok).length
    deleted += gone
    // Another node may have been faster with all of them: it goes on then.
    if (gone === 0) return deleted
  }
}

/** What was called goes with its caller. */
const ended = (definition: Key, until: number): Condition<Rows['instances']>[] => [
  { column: 'definition', is: '=', value: definition },
  { column: 'endedAt', is: '<=', value: until },
  { column: 'parent', is: '=', value: 0 },
]
