import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Identity } from '../auth/identity.ts'
import { type ClientToServer, LIVE_PATH, LIVE_VERSION, type ServerToClient } from '../contract/index.ts'
import { securityHeaders } from '../http/security-headers.ts'
import { roomsOf } from './rooms.ts'
import type { Sequences } from './sequences.ts'

/** What the server keeps of one connection. */
export interface Connection {
  identity: Identity
  /** Epoch milliseconds at which its access token ends. */
  expiresAt: number
}

export type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, Connection>
export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Connection>

/** Whose token it is and how long it lasts; null when it is no good. */
export type Recognise = (token: string) => Promise<Connection | null>

/** Bytes of the largest message a client may send: `watch` and `refresh-token` need far less. */
const LARGEST_MESSAGE = 10_000

/**
 * A browser sends its page's origin with the handshake: it must be our own or one that the configuration names.
 * Programs send none.
 */
export function isAllowedOrigin(
  request: Pick<IncomingMessage, 'headers'>,
  further: readonly string[],
): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  return further.includes(origin) || (URL.canParse(origin) && new URL(origin).host === host)
}

/** The socket server at /live: the handshake needs a token, and the server chooses the rooms. */
export function createLiveServer(
  http: HttpServer,
  {
    origins,
    recognise,
    sequences,
  }: { origins: readonly string[]; recognise: Recognise; sequences: Sequences },
): LiveServer {
  const server: LiveServer = new Server(http, {
    path: LIVE_PATH,
    serveClient: false,
    maxHttpBufferSize: LARGEST_MESSAGE,
    allowRequest: (request, answer) => answer(null, isAllowedOrigin(request, origins)),
    ...(origins.length === 0 ? {} : { cors: { origin: [...origins] } }),
  })
  // Its HTTP does not come through the app.
  server.engine.use(securityHeaders())
  server.use(async (socket, next) => {
    const token: unknown = socket.handshake.auth.token
    const connection = typeof token === 'string' ? await recognise(token).catch(() => null) : null
    if (connection === null) return next(new Error('not_signed_in'))
    Object.assign(socket.data, connection)
    next()
  })
  // Who can't be told where the rooms are must come again, or would miss a gap.
  server.on('connection', (socket) => void enter(socket, sequences).catch(() => socket.disconnect(true)))
  return server
}

/** Joins first and reads the numbers after: a message in between is seen twice rather than never. */
export async function enter(socket: LiveSocket, sequences: Sequences): Promise<void> {
  const rooms = roomsOf(socket.data.identity)
  await socket.join(rooms)
  socket.emit('rooms', { v: LIVE_VERSION, rooms: await sequences.current(rooms) })
}
