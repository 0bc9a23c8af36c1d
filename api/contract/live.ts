import { z } from 'zod'

/**
 * The live protocol over socket.io at /live, version 1. Handshake: `auth: { token }`.
 *
 * L1 The server chooses the rooms; after connecting it sends `rooms` with the sequence number each of them is at.
 * L2 `changes` carries kind, key and revision only; who wants more asks REST.
 * L3 `seq` counts per room without gaps; a gap, or a smaller number, means: refetch what you show.
 * L4 `watch` looks at one instance or record after a check of rights, and is answered with its room and seq.
 * L5 `signed-out` comes before the server disconnects someone for good.
 */
export const LIVE_PATH = '/live'
export const LIVE_VERSION = 1

export const LiveKind = z.enum(['task', 'offer', 'instance', 'record', 'counts'])
export type LiveKind = z.infer<typeof LiveKind>

/** `key` of a record is `opportunity:12`, of counts the person's or group's id. */
export const LiveChange = z.object({ kind: LiveKind, key: z.string(), rev: z.number().int() })
export type LiveChange = z.infer<typeof LiveChange>

export const Changes = z.object({
  v: z.literal(1),
  room: z.string(),
  seq: z.number().int(),
  changes: z.array(LiveChange),
})
export type Changes = z.infer<typeof Changes>

export const Rooms = z.object({
  v: z.literal(1),
  rooms: z.array(z.object({ room: z.string(), seq: z.number().int() })),
})
export type Rooms = z.infer<typeof Rooms>

/** What the client sends to `watch` and `unwatch`. The key of a record is `opportunity:12`. */
export const Watch = z.strictObject({ kind: z.enum(['instance', 'record']), key: z.string().min(1).max(60) })
export type Watch = z.infer<typeof Watch>

export type Watching = { room: string; seq: number } | { error: string }

export const RefreshToken = z.strictObject({ token: z.string().min(1).max(4000) })
export type RefreshToken = z.infer<typeof RefreshToken>

export const SignedOut = z.object({
  reason: z.enum(['logged_out', 'disabled', 'rights_changed', 'token_expired']),
})
export type SignedOut = z.infer<typeof SignedOut>

export interface ServerToClient {
  changes: (changes: Changes) => void
  rooms: (rooms: Rooms) => void
  'signed-out': (why: SignedOut) => void
}

export interface ClientToServer {
  watch: (what: Watch, answer: (watching: Watching) => void) => void
  unwatch: (what: Watch) => void
  'refresh-token': (token: RefreshToken, answer: (done: { ok: boolean }) => void) => void
}
