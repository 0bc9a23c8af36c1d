import supertest from 'supertest'
import { changeRecords } from '../../db/records/change-records.ts'
import { changeRoles } from '../../db/records/people/change-user.ts'
import { getUser } from '../../db/records/people/user.ts'
import { revokeRefreshToken } from '../../db/records/session/refresh-token.ts'
import { ok } from '../../engine/result.ts'
import { listenAs, signIn } from '../testing/live-listener.ts'
import { PASSWORD, type ServedDemo, serveDemo } from '../testing/served-demo.ts'
import { SWEEP, sweepConnections } from './connection-sweep.ts'

/** Milliseconds within which whoever lost a right is without it. */
const PROMISED = 5_000
const STEP = 500

describe('a right that is taken away', () => {
  let demo: ServedDemo
  beforeAll(async () => {
    demo = await serveDemo()
  })
  afterAll(() => demo.close())

  const change = (work: Parameters<typeof changeRecords>[2]) =>
    // As another node does it: nothing in this process is told.
    changeRecords(demo.server.services.database, { by: 'omid', now: demo.clock.at }, work)
  const sweep = () => {
    const { now, people } = demo.server.services
    return sweepConnections(demo.server.live, { now, people, sequences: demo.server.sequences })
  }

  /**
   * Lets time pass as the server's timer would see it, `offset` after its last turn; answers after how many milliseconds
   * each of these was over.
   */
  async function passes(offset: number, ...isOver: (() => Promise<boolean>)[]): Promise<number[]> {
    const over = isOver.map(() => Number.POSITIVE_INFINITY)
    for (let passed = STEP; passed <= PROMISED; passed += STEP) {
      demo.clock.at += STEP
      if ((passed + offset) % SWEEP === 0) await sweep()
      const now = await Promise.all(isOver.map((one) => one()))
      for (const [index, is] of now.entries()) if (is) over[index] = Math.min(over[index] ?? 0, passed)
    }
    return over
  }

  test.each([0, 500, 1_000, 1_500])(
    'is gone from REST and the socket in 5 s, %i ms after the last look',
    async (offset) => {
      const { socket } = await listenAs(demo.url, 'mina')
      const id = socket.id
      const token = await signIn(demo.url, 'mina')
      const ask = () => supertest(demo.url).get('/api/me').set('Authorization', `Bearer ${token}`)
      let reason: unknown = null
      const signedOut = new Promise((resolve) => socket.once('signed-out', resolve)).then((why) => {
        reason = why
      })
      // What is remembered of her is as young as it can be.
      expect((await ask()).body.roles).toContain('manager')
      await sweep()
      await change(async (tx) =>
        changeRoles(tx, { id: 'mina', version: (await getUser(tx, 'mina'))?.version ?? 0 }, ['staff']),
      )
      const over = await passes(
        offset,
        async () => (await ask()).status === 401,
        async () => !isConnected(id),
      )
      expect(Math.max(...over)).toBeLessThanOrEqual(PROMISED)
      await signedOut
      expect(reason).toEqual({ reason: 'rights_changed' })
      const { body } = await supertest(demo.url)
        .post('/api/auth/login')
        .send({ user: 'mina', password: PASSWORD })
      expect(body.me.permissions).not.toContain('task.assign')
      await change(async (tx) =>
        changeRoles(tx, { id: 'mina', version: (await getUser(tx, 'mina'))?.version ?? 0 }, [
          'staff',
          'manager',
        ]),
      )
    },
  )

  const isConnected = (id: string | undefined) => id !== undefined && demo.server.live.of('/').sockets.has(id)

  test('signing out ends the access token and the socket on every node in 5 s', async () => {
    const agent = supertest.agent(demo.url)
    const { body, headers } = await agent.post('/api/auth/login').send({ user: 'lena', password: PASSWORD })
    const cookie = String(headers['set-cookie']).split(';')[0]?.split('=')[1] ?? ''
    const ask = () => supertest(demo.url).get('/api/me').set('Authorization', `Bearer ${body.accessToken}`)
    await ask().expect(200)
    await change(async (tx) => ok(await revokeRefreshToken(tx, decodeURIComponent(cookie))))
    const [over] = await passes(0, async () => (await ask()).status === 401)
    expect(over).toBeLessThanOrEqual(PROMISED)
  })
})
