import supertest from 'supertest'
import { PASSWORD, type ServedDemo, serveDemo } from '../testing/served-demo.ts'

describe('signing in', () => {
  let demo: ServedDemo
  beforeAll(async () => {
    demo = await serveDemo({ loginTries: 3 })
  })
  afterAll(() => demo.close())

  const login = (user: string, password: string) =>
    supertest(demo.url).post('/api/auth/login').send({ user, password })
  const cookieOf = (answer: supertest.Response): string =>
    String(answer.headers['set-cookie']).split(';')[0] ?? ''

  test('gives a token that is good for ten minutes, and who one is', async () => {
    const { body, headers } = await login('sara', PASSWORD).expect(200)
    expect(body.me).toMatchObject({
      id: 'sara',
      roles: ['staff'],
      company: { name: 'Kartabl Demo', demo: true },
    })
    expect(Date.parse(body.expiresAt) - demo.clock.at).toBe(600_000)
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Strict/)
    await supertest(demo.url).get('/api/me').set('Authorization', `Bearer ${body.accessToken}`).expect(200)
  })

  test('says the same of an unknown name and a wrong password, and stops after too many tries', async () => {
    const unknown = await login('nobody', 'x').expect(401)
    const wrong = await login('reza', 'x').expect(401)
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' })
    await login('reza', 'y').expect(401)
    await login('reza', 'z').expect(401)
    const stopped = await login('reza', PASSWORD).expect(429)
    expect(stopped.body.code).toBe('too_many_tries')
  })

  test('an expired token is told from a false one', async () => {
    const { body } = await login('sara', PASSWORD)
    const ask = (token: string) => supertest(demo.url).get('/api/me').set('Authorization', `Bearer ${token}`)
    expect((await ask(`${body.accessToken}x`).expect(401)).body.code).toBe('not_signed_in')
    demo.clock.at += 601_000
    expect((await ask(body.accessToken).expect(401)).body.code).toBe('token_expired')
  })

  test('a refresh cookie works once; the second use ends the session for both', async () => {
    const first = cookieOf(await login('mina', PASSWORD))
    const refresh = (cookie: string) => supertest(demo.url).post('/api/auth/refresh').set('Cookie', cookie)
    const fresh = await refresh(first).expect(200)
    expect((await refresh(first).expect(401)).body.code).toBe('refresh_token_reused')
    expect((await refresh(cookieOf(fresh)).expect(401)).body.code).toBe('invalid_refresh_token')
    demo.clock.at += 5_000
    const ask = supertest(demo.url).get('/api/me').set('Authorization', `Bearer ${fresh.body.accessToken}`)
    expect((await ask.expect(401)).body.code).toBe('signed_out')
  })

  test('after signing out the access token ends too', async () => {
    const signedIn = await login('lena', PASSWORD)
    await supertest(demo.url).post('/api/auth/logout').set('Cookie', cookieOf(signedIn)).expect(204)
    const ask = supertest(demo.url).get('/api/me').set('Authorization', `Bearer ${signedIn.body.accessToken}`)
    await ask.expect(401)
  })

  test('HTTP Basic is accepted', async () => {
    await supertest(demo.url).get('/api/me').auth('dana', PASSWORD).expect(200)
    expect((await supertest(demo.url).get('/api/me').auth('dana', 'wrong').expect(401)).body.code).toBe(
      'invalid_credentials',
    )
  })
})
