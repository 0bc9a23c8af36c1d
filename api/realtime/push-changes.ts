import type { Change, Engine } from '../../engine/runtime/engine.ts'
import { LIVE_VERSION, type LiveChange } from '../contract/index.ts'
import type { Log } from '../log.ts'
import { changeRooms, type RoomChange } from './change-rooms.ts'
import { coalescer } from './coalescer.ts'
import type { LiveServer } from './live-server.ts'
import type { Sequences } from './sequences.ts'

interface Needs {
  readonly engine: Engine
  readonly server: LiveServer
  readonly sequences: Sequences
  /** Changes of the records that the changed instances are about. */
  readonly recordChanges: (instances: readonly number[]) => Promise<RoomChange[]>
  /** Changes of what may be begun in ad-hoc sub-processes. */
  readonly offerChanges: (changes: readonly Change[]) => Promise<RoomChange[]>
  readonly log: Log
}

/** Whoever has a changed task in a room counts anew. */
const withCounts = (room: string, seq: number, changes: LiveChange[]): LiveChange[] =>
  changes.some((change) => change.kind === 'task')
    ? [...changes, { kind: 'counts', key: room, rev: seq }]
    : changes

/** Tells every room, after each commit of this node, what has changed for it. Returns what ends that. */
export function pushChanges({
  engine,
  server,
  sequences,
  recordChanges,
  offerChanges,
  log,
}: Needs): () => void {
  // Messages of one room leave in the order of their numbers, also when a number takes a trip to Redis.
  const last = new Map<string, Promise<void>>()
  const send = async (room: string, changes: LiveChange[]) => {
    const seq = await sequences.next(room)
    server.to(room).emit('changes', { v: LIVE_VERSION, room, seq, changes: withCounts(room, seq, changes) })
  }
  const inTurn = (room: string, changes: LiveChange[]) => {
    const turn = (last.get(room) ?? Promise.resolve())
      .then(() => send(room, changes))
      .catch((error: unknown) => log.warn({ err: error, room }, 'a live update was not sent'))
      .finally(() => last.get(room) === turn && last.delete(room))
    last.set(room, turn)
  }
  const collect = coalescer(inTurn, (run, milliseconds) => setTimeout(run, milliseconds))
  return engine.onCommit((changes) => {
    collect(changeRooms(changes))
    const instances = [...new Set(changes.map((change) => change.instance).filter((key) => key !== 0))]
    recordChanges(instances).then(collect, (error: unknown) =>
      log.warn({ err: error }, 'live updates of records were not sent'),
    )
    offerChanges(changes).then(collect, (error: unknown) =>
      log.warn({ err: error }, 'live updates of offers were not sent'),
    )
  })
}
