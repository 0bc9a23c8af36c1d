import { type RecordLink, recordLinks } from '../presenters/subjects.ts'
import type { Services } from '../services.ts'
import type { RoomChange } from './change-rooms.ts'
import { watchedRoom } from './rooms.ts'

/** Instances whose record is remembered: an instance keeps its record, so this is asked once for each. */
const MOST = 10_000

/**
 * Tells those who look at a record that something happened to it: every command of an instance about it may have
 * changed it. The revision is the moment, epoch milliseconds.
 */
export function recordChanges({ engine, now }: Pick<Services, 'engine' | 'now'>) {
  const known = new Map<number, RecordLink>()
  return async (instances: readonly number[]): Promise<RoomChange[]> => {
    const unknown = instances.filter((key) => !known.has(key))
    if (known.size + unknown.length > MOST) known.clear()
    const found =
      unknown.length === 0 ? new Map<number, RecordLink>() : await recordLinks({ engine }, unknown)
    for (const [key, link] of found) known.set(key, link)
    const links = instances.map((key) => known.get(key)).filter((link) => link !== undefined)
    return links.map(({ kind, id }) => {
      const key = `${kind}:${id}`
      return { room: watchedRoom({ kind: 'record', key }), change: { kind: 'record', key, rev: now() } }
    })
  }
}
