import type { CurrentPeople } from '../auth/current-people.ts'
import type { Identity } from '../auth/identity.ts'
import type { SignedOut } from '../contract/index.ts'
import { enter, type LiveServer, type LiveSocket } from './live-server.ts'
import { isWatchedRoom, roomsOf } from './rooms.ts'
import type { Sequences } from './sequences.ts'

/** Milliseconds between two looks at all connections: with what `CurrentPeople` remembers it stays below 5 s. */
export const SWEEP = 2_000

/** Packets that may wait for a slow reader; far more than a working connection ever has. */
const MOST_WAITING = 200

/** Milliseconds after its end in which a token may still be replaced. */
const GRACE = 30_000

interface Needs {
  readonly now: () => number
  readonly people: CurrentPeople
  readonly sequences: Sequences
}

function signOut(socket: LiveSocket, reason: SignedOut['reason']): void {
  socket.emit('signed-out', { reason })
  socket.disconnect(true)
}

/** engine.io keeps what the network has not taken yet in a list that its types call private. */
const waitingPackets = (socket: LiveSocket) =>
  (socket.conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length

const sameGroups = (a: Identity, b: Identity) =>
  a.groups.length === b.groups.length && a.groups.every((group) => b.groups.includes(group))

/** Units have changed while somebody is connected: out of the old rooms, into the new ones, watched things included. */
async function move(socket: LiveSocket, identity: Identity, sequences: Sequences): Promise<void> {
  const rooms = roomsOf(identity)
  for (const room of socket.rooms)
    if (room !== socket.id && (isWatchedRoom(room) || !rooms.includes(room))) await socket.leave(room)
  socket.data.identity = identity
  await enter(socket, sequences)
}

async function look(socket: LiveSocket, { now, people, sequences }: Needs): Promise<void> {
  if (waitingPackets(socket) > MOST_WAITING) return void socket.disconnect(true)
  if (now() > socket.data.expiresAt + GRACE) return signOut(socket, 'token_expired')
  const { id, session } = socket.data.identity
  const identity = await people.current(id, session)
  if (typeof identity === 'string') return signOut(socket, identity)
  if (!sameGroups(identity, socket.data.identity)) await move(socket, identity, sequences)
}

/**
 * Looks at every connection of this node once: ends those whose person is signed out or whose reader is stuck, and
 * moves those whose groups have changed. A database that is away ends nobody's connection.
 */
export async function sweepConnections(server: LiveServer, needs: Needs): Promise<void> {
  // Only this node's: `fetchSockets` would ask the others too, and they look after their own.
  for (const socket of server.of('/').sockets.values()) await look(socket, needs).catch(() => undefined)
}
