import type { Identity } from '../auth/identity.ts'
import { RefreshToken, Watch, type Watching } from '../contract/index.ts'
import type { LiveServer, LiveSocket, Recognise } from './live-server.ts'
import { isWatchedRoom, watchedRoom } from './rooms.ts'
import type { Sequences } from './sequences.ts'

/** May this person look at that thing, as REST would decide? */
export type MayWatch = (person: Identity, what: Watch) => Promise<boolean>

/** Things one connection may look at together: a page shows one or two. */
const MOST_WATCHED = 20

interface Needs {
  readonly mayWatch: MayWatch
  readonly recognise: Recognise
  readonly sequences: Sequences
}

const answerWith =
  <T>(answer: unknown) =>
  (value: T) => {
    // A client may send no callback, or something else in its place.
    if (typeof answer === 'function') answer(value)
  }

async function watch(socket: LiveSocket, input: unknown, needs: Needs): Promise<Watching> {
  const what = Watch.safeParse(input)
  if (!what.success) return { error: 'invalid_request' }
  if ([...socket.rooms].filter(isWatchedRoom).length >= MOST_WATCHED) return { error: 'too_many_watched' }
  if (!(await needs.mayWatch(socket.data.identity, what.data))) return { error: 'not_permitted' }
  const room = watchedRoom(what.data)
  await socket.join(room)
  const [position] = await needs.sequences.current([room])
  return position ?? { room, seq: 0 }
}

async function refresh(socket: LiveSocket, input: unknown, { recognise }: Needs): Promise<boolean> {
  const given = RefreshToken.safeParse(input)
  const connection = given.success ? await recognise(given.data.token) : null
  if (connection === null || connection.identity.id !== socket.data.identity.id) return false
  Object.assign(socket.data, connection)
  return true
}

/** Serves `watch`, `unwatch` and `refresh-token`. [L4] */
export function serveWatching(server: LiveServer, needs: Needs): void {
  server.on('connection', (socket) => {
    socket.on('watch', (what, answer) => {
      watch(socket, what, needs).then(answerWith<Watching>(answer), () =>
        answerWith<Watching>(answer)({ error: 'not_available' }),
      )
    })
    socket.on('unwatch', (input) => {
      const what = Watch.safeParse(input)
      if (what.success) void socket.leave(watchedRoom(what.data))
    })
    socket.on('refresh-token', (token, answer) => {
      const reply = answerWith<{ ok: boolean }>(answer)
      refresh(socket, token, needs).then(
        (ok) => reply({ ok }),
        () => reply({ ok: false }),
      )
    })
  })
}
