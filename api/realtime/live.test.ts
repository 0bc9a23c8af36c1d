import type { Socket } from 'socket.io-client'
import supertest from 'supertest'
import { changeRecords } from '../../db/records/change-records.ts'
import { disableUser } from '../../db/records/people/change-user.ts'
import { getUser } from '../../db/records/people/user.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import type { Changes, Watching } from '../contract/index.ts'
import { type Listener, listenAs, openSocket, signIn } from '../testing/live-listener.ts'
import { type ServedDemo, serveDemo } from '../testing/served-demo.ts'
import { sweepConnections } from './connection-sweep.ts'
import { isAllowedOrigin } from './live-server.ts'

const order = diagram('order').start().userTask('check', { candidateGroups: 'sales' }).end().toXml()

describe('live updates', () => {
  let demo: ServedDemo
  const sockets: Socket[] = []
  beforeAll(async () => {
    demo = await serveDemo()
    const dana = await demo.as('dana')
    await dana
      .post('/api/deployments')
      .send({ files: [{ name: 'order.bpmn', content: order }] })
      .expect(201)
  })
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect()
    await demo.close()
  })

  const open = (token: string): Socket => {
    const socket = openSocket(demo.url, token)
    sockets.push(socket)
    return socket
  }
  const listen = async (user: string): Promise<Listener> => {
    const listener = await listenAs(demo.url, user)
    sockets.push(listener.socket)
    return listener
  }

  const newTask = async (): Promise<{ key: string; instanceKey: string }> => {
    demo.clock.at += 1000
    const sara = await demo.as('sara')
    await sara.post('/api/processes/order/start').send({}).expect(201)
    return (await sara.get('/api/inbox/groups?sort=created&order=desc').expect(200)).body.items[0]
  }
  const about = (key: string) => (changes: Changes) => changes.changes.some((change) => change.key === key)

  test('a socket needs a token', async () => {
    const refused = await new Promise<Error>((resolve) => open('nonsense').once('connect_error', resolve))
    expect(refused.message).toBe('not_signed_in')
  })

  test('everyone whom REST shows the task hears of it, nobody else, and only its key and revision', async () => {
    const [sara, reza, hamid] = await Promise.all(['sara', 'reza', 'hamid'].map(listen))
    const task = await newTask()
    const [one, other] = await Promise.all([sara!.hears(about(task.key)), reza!.hears(about(task.key))])
    expect(one).toEqual(other)
    expect(one.room).toBe('group:sales')
    expect(one.changes).toEqual([
      { kind: 'task', key: task.key, rev: 1 },
      { kind: 'counts', key: 'group:sales', rev: one.seq },
    ])
    const saraRest = await demo.as('sara')
    await saraRest.post(`/api/tasks/${task.key}/claim`).expect(200)
    await sara!.hears((changes) => changes.room === 'person:sara' && about(task.key)(changes))
    expect(hamid!.heard.filter(about(task.key))).toEqual([])
  })

  test('numbers of a room have no gap, from the one it was entered at', async () => {
    const reza = await listen('reza')
    const began = reza.rooms.rooms.find(({ room }) => room === 'group:sales')?.seq ?? 0
    for (let index = 0; index < 3; index += 1) await reza.hears(about((await newTask()).key))
    const seqs = reza.heard.filter(({ room }) => room === 'group:sales').map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.map((_, index) => began + 1 + index))
  })

  test('an instance can be watched by whoever may read it', async () => {
    const sara = await listen('sara')
    const task = await newTask()
    const watch = (key: string) => sara.socket.timeout(5000).emitWithAck('watch', { kind: 'instance', key })
    const watching: Watching = await watch(task.instanceKey)
    expect(watching).toEqual({ room: `instance:${task.instanceKey}`, seq: expect.any(Number) })
    expect(await watch('999999')).toEqual({ error: 'not_permitted' })
    expect(await watch('../1')).toEqual({ error: 'not_permitted' })
    const rest = await demo.as('sara')
    await rest.post(`/api/tasks/${task.key}/complete`).send({}).expect(200)
    const heard = await sara.hears((changes) => changes.room === `instance:${task.instanceKey}`)
    expect(heard.changes).toMatchObject([{ kind: 'instance', key: task.instanceKey }])
  })

  test('a disabled person is signed out, here and in REST', async () => {
    const navid = await listen('navid')
    const token = await signIn(demo.url, 'navid')
    const { services } = demo.server
    await changeRecords(services.database, { by: 'omid', now: demo.clock.at }, async (change) => {
      const user = await getUser(change, 'navid')
      return disableUser(change, { id: 'navid', version: user?.version ?? 0 })
    })
    demo.clock.at += 2_500
    const reason = new Promise((resolve) => navid.socket.once('signed-out', resolve))
    const gone = new Promise((resolve) => navid.socket.once('disconnect', resolve))
    // What the timer does every two seconds.
    await sweepConnections(demo.server.live, {
      now: services.now,
      people: services.people,
      sequences: demo.server.sequences,
    })
    expect(await reason).toEqual({ reason: 'disabled' })
    expect(await gone).toBe('io server disconnect')
    await supertest(demo.url).get('/api/me').set('Authorization', `Bearer ${token}`).expect(401)
  })
})

test.each([
  ['no origin: a program', undefined, true],
  ['our own page', 'http://kartabl.example', true],
  ['a page that the configuration names', 'https://portal.example', true],
  ['any other page', 'http://evil.example', false],
  ['an origin that is none', 'null', false],
])('the handshake of %s', (_what, origin, allowed) => {
  const headers = { host: 'kartabl.example', ...(origin === undefined ? {} : { origin }) }
  expect(isAllowedOrigin({ headers }, ['https://portal.example'])).toBe(allowed)
})
