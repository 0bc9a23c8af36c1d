import { io, type Socket } from 'socket.io-client'
import { diagram } from '../../engine/testing/diagram.ts'
import type { Changes } from '../contract/index.ts'
import { PASSWORD, type ServedDemo, serveDemo } from '../testing/served-demo.ts'

const order = diagram('order').start().userTask('check', { candidateGroups: 'sales' }).end().toXml()

describe('while Redis is away', () => {
  let demo: ServedDemo
  let socket: Socket
  beforeAll(async () => {
    // Nothing listens there.
    demo = await serveDemo({ redisUrl: 'redis://127.0.0.1:1' })
  })
  afterAll(async () => {
    socket.disconnect()
    await demo.close()
  })

  test('tasks go on, and those connected to this node hear of them', async () => {
    const dana = await demo.as('dana')
    await dana
      .post('/api/deployments')
      .send({ files: [{ name: 'order.bpmn', content: order }] })
      .expect(201)
    const nobody = await demo.as(null)
    const { body } = await nobody
      .post('/api/auth/login')
      .send({ user: 'reza', password: PASSWORD })
      .expect(200)
    socket = io(demo.url, { path: '/live', auth: { token: body.accessToken }, transports: ['websocket'] })
    await new Promise((resolve) => socket.once('rooms', resolve))
    const heard = new Promise<Changes>((resolve) => socket.once('changes', resolve))
    const sara = await demo.as('sara')
    await sara.post('/api/processes/order/start').send({}).expect(201)
    expect(await heard).toMatchObject({
      room: 'group:sales',
      changes: [{ kind: 'task' }, { kind: 'counts' }],
    })
  })
})
