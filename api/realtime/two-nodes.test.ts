import { io, type Socket } from 'socket.io-client'
import { diagram } from '../../engine/testing/diagram.ts'
import type { Changes } from '../contract/index.ts'
import { PASSWORD, type ServedDemo, serveDemo } from '../testing/served-demo.ts'

const redisUrl = process.env.KARTABL_TEST_REDIS
const order = diagram('order').start().userTask('check', { candidateGroups: 'sales' }).end().toXml()

const onRedis = redisUrl === undefined ? describe.skip : describe

onRedis('two nodes with Redis between them (KARTABL_TEST_REDIS)', () => {
  let one: ServedDemo
  let other: ServedDemo
  let socket: Socket
  beforeAll(async () => {
    one = await serveDemo({ redisUrl: redisUrl ?? '' })
    other = await one.besides()
    await Promise.all([one.server.connected, other.server.connected])
    const dana = await one.as('dana')
    await dana
      .post('/api/deployments')
      .send({ files: [{ name: 'order.bpmn', content: order }] })
      .expect(201)
  })
  afterAll(async () => {
    socket.disconnect()
    await other.close()
    await one.close()
  })

  test('what one commits, those connected to the other hear', async () => {
    const nobody = await other.as(null)
    const { body } = await nobody
      .post('/api/auth/login')
      .send({ user: 'reza', password: PASSWORD })
      .expect(200)
    socket = io(other.url, { path: '/live', auth: { token: body.accessToken }, transports: ['websocket'] })
    await new Promise((resolve) => socket.once('rooms', resolve))
    const heard = new Promise<Changes>((resolve) => socket.once('changes', resolve))
    const sara = await one.as('sara')
    await sara.post('/api/processes/order/start').send({}).expect(201)
    expect(await heard).toMatchObject({
      v: 1,
      room: 'group:sales',
      changes: [{ kind: 'task' }, { kind: 'counts' }],
    })
  })

  test('of 20 races between people on both nodes, each has one winner and a loser who learns who won', async () => {
    const people = await Promise.all([one.as('sara'), other.as('reza')])
    for (let race = 0; race < 20; race += 1) {
      one.clock.at += 1000
      await people[0]?.post('/api/processes/order/start').send({}).expect(201)
      const { body } = await people[0]!.get('/api/inbox/groups?sort=created&order=desc&limit=1').expect(200)
      const path = `/api/tasks/${body.items[0].key}/complete`
      const answers = await Promise.all(people.map((agent) => agent.post(path).send({})))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const lost = answers.find(({ status }) => status === 409)
      expect(lost?.body).toMatchObject({
        code: 'task_already_completed',
        by: { id: expect.stringMatching(/sara|reza/) },
      })
    }
  })
})
