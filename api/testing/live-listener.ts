import { io, type Socket } from 'socket.io-client'
import supertest from 'supertest'
import type { Changes, Rooms } from '../contract/index.ts'
import { PASSWORD } from './served-demo.ts'

/** A connected browser: what it was told, and waiting for more. */
export interface Listener {
  readonly socket: Socket
  readonly heard: Changes[]
  readonly rooms: Rooms
  /** The first message, told already or yet to come, that fits. */
  hears(fits: (changes: Changes) => boolean): Promise<Changes>
}

/** An access token of a person of the demo company. */
export const signIn = async (url: string, user: string): Promise<string> =>
  (await supertest(url).post('/api/auth/login').send({ user, password: PASSWORD }).expect(200)).body
    .accessToken

/** A socket that does not come back by itself. */
export const openSocket = (url: string, token: string): Socket =>
  io(url, { path: '/live', auth: { token }, reconnection: false, transports: ['websocket'] })

/** Connects as this person and listens. Rejects when the handshake is refused. */
export async function listenAs(url: string, user: string): Promise<Listener> {
  const socket = openSocket(url, await signIn(url, user))
  const heard: Changes[] = []
  const waiting: { fits: (changes: Changes) => boolean; tell: (changes: Changes) => void }[] = []
  socket.on('changes', (changes: Changes) => {
    heard.push(changes)
    for (const { fits, tell } of waiting) if (fits(changes)) tell(changes)
  })
  const rooms = await new Promise<Rooms>((resolve, reject) => {
    socket.once('rooms', resolve)
    socket.once('connect_error', reject)
  })
  const hears = (fits: (changes: Changes) => boolean) =>
    new Promise<Changes>((tell) => {
      const already = heard.find(fits)
      if (already !== undefined) tell(already)
      else waiting.push({ fits, tell })
    })
  return { socket, heard, rooms, hears }
}
