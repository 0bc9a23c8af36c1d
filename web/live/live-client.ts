import { io, type Socket } from 'socket.io-client'
import type {
  Changes,
  ClientToServer,
  LIVE_PATH,
  LiveChange,
  Rooms,
  ServerToClient,
  SignedOut,
  Watch,
} from '../../api/contract/index.ts'
import { connectionIsClosed, connectionIsDown, connectionIsUp } from './connection-state.ts'
import { RoomSequence } from './room-sequence.ts'
import { Watches } from './watches.ts'

/** The contract's constant by its type, so that its schemas stay out of the bundle. */
const path: typeof LIVE_PATH = '/live'

export interface LiveEvents {
  /** Things changed; fetch what shows them. */
  changed(changes: readonly LiveChange[]): void
  /** Something was missed; fetch everything that is shown. */
  missed(): void
  /** The server lets this person go; `reason` is a key of `auth:signedOut`. */
  signedOut(reason: SignedOut['reason']): void
  /** The token was refused. */
  refused(): void
}

/** One socket for the page. Rules L1 to L5 of api/contract/live.ts. */
export class LiveClient {
  readonly #socket: Socket<ServerToClient, ClientToServer>
  readonly #events: LiveEvents
  readonly #rooms = new RoomSequence()
  readonly #watches = new Watches()

  /** `token` is asked at each connection, because access tokens live for minutes only. */
  constructor(token: () => string, events: LiveEvents) {
    this.#events = events
    this.#socket = io({
      path,
      transports: ['websocket', 'polling'],
      auth: (send) => send({ token: token() }),
      reconnectionDelay: 200,
      reconnectionDelayMax: 2_000,
    })
    this.#listen()
  }

  watch(what: Watch): () => void {
    if (this.#watches.add(what)) this.#send(what)
    return () => {
      if (this.#watches.remove(what)) this.#socket.emit('unwatch', what)
    }
  }

  renewToken(token: string): void {
    if (this.#socket.connected) this.#socket.emit('refresh-token', { token }, () => {})
    else this.#socket.connect()
  }

  /** After a sleep the socket may look alive and be dead: begin anew, `rooms` will tell what was missed. */
  reconnect(): void {
    this.#socket.disconnect().connect()
  }

  close(): void {
    this.#socket.disconnect()
    connectionIsClosed()
  }

  #listen(): void {
    this.#socket.on('connect', () => this.#connected())
    this.#socket.on('disconnect', () => connectionIsDown())
    this.#socket.on('connect_error', () => this.#failed())
    this.#socket.on('rooms', (rooms) => this.#stand(rooms))
    this.#socket.on('changes', (changes) => this.#take(changes))
    this.#socket.on('signed-out', ({ reason }) => this.#events.signedOut(reason))
  }

  #connected(): void {
    connectionIsUp()
    for (const what of this.#watches.all()) this.#send(what)
  }

  /** `active` is false when the server refused the handshake; a network failure is tried again by socket.io itself. */
  #failed(): void {
    connectionIsDown()
    if (!this.#socket.active) this.#events.refused()
  }

  #stand({ rooms }: Rooms): void {
    const known = rooms.map(({ room, seq }) => this.#rooms.stand(room, seq))
    if (known.includes(false)) this.#events.missed()
  }

  #take({ room, seq, changes }: Changes): void {
    if (this.#rooms.take(room, seq)) this.#events.changed(changes)
    else this.#events.missed()
  }

  #send(what: Watch): void {
    if (!this.#socket.connected) return
    this.#socket.emit('watch', what, (answer) => {
      if ('room' in answer && !this.#rooms.stand(answer.room, answer.seq)) {
        const key = what.key
        this.#events.changed([{ kind: what.kind, key, rev: 0 }])
      }
    })
  }
}
