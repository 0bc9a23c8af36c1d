import supertest from 'supertest'
import { type ServedDemo, serveDemo } from '../testing/served-demo.ts'

/** Every kind of answer: API, contract, documents, pages, problems, the socket's own HTTP. */
const answers: readonly [string, string][] = [
  ['an answer of the API', '/api/setup'],
  ['a problem of the API', '/api/inbox/mine'],
  ['a route that is not there', '/api/nothing'],
  ['a problem of the contract', '/v2/topology'],
  ['the health check', '/health'],
  ['the documentation', '/api/docs/'],
  ['a script of the documentation', '/api/docs/swagger-ui-init.js'],
  ['the OpenAPI document', '/api/openapi.json'],
  ['a page that is not there', '/nothing'],
  ['the handshake of a socket', '/live/?EIO=4&transport=polling'],
  ['a refused handshake', '/live/?EIO=4&transport=nonsense'],
]

describe('headers', () => {
  let demo: ServedDemo
  beforeAll(async () => {
    demo = await serveDemo()
  })
  afterAll(() => demo.close())

  test.each(answers)(
    '%s runs no foreign or inline script, is in no frame and is not sniffed',
    async (_what, path) => {
      const { headers } = await supertest(demo.url).get(path)
      const policy = new Map(
        String(headers['content-security-policy'])
          .split(';')
          .map((part) => {
            const [name = '', ...sources] = part.trim().split(' ')
            return [name, sources.join(' ')]
          }),
      )
      expect(policy.get('script-src')).toBe("'self'")
      expect(policy.get('default-src')).toBe("'self'")
      expect(policy.get('object-src')).toBe("'none'")
      expect(policy.get('frame-ancestors')).toBe("'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['x-frame-options']).toBe('DENY')
      expect(headers['x-powered-by']).toBeUndefined()
    },
  )

  test('the documentation works under that policy: it has no inline script and all its scripts are our own', async () => {
    const { text } = await supertest(demo.url).get('/api/docs/').expect(200)
    const scripts = [...text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
    expect(scripts.length).toBeGreaterThan(1)
    for (const [, attributes = '', inside = ''] of scripts) {
      expect(inside.trim()).toBe('')
      const source = /src="([^"]+)"/.exec(attributes)?.[1] ?? ''
      expect(new URL(source, `${demo.url}/api/docs/`).origin).toBe(demo.url)
      await supertest(demo.url)
        .get(new URL(source, `${demo.url}/api/docs/`).pathname)
        .expect(200)
    }
    expect(text).not.toMatch(/\son\w+\s*=|javascript:/i)
  })

  test('no problem repeats what was sent: it may be a password', async () => {
    const secret = 'hunter2-of-somebody'
    const post = (path: string, body: string, type = 'application/json') =>
      supertest(demo.url).post(path).set('Content-Type', type).send(body)
    const given = { user: 'sara', password: secret }
    const sent = await Promise.all([
      post('/api/auth/login', `{"user":"sara","password":"${secret}`),
      post('/api/auth/login', secret),
      post('/api/auth/login', JSON.stringify(given)),
      post('/api/auth/login', JSON.stringify({ ...given, [secret.slice(0, 3)]: secret })),
      post('/api/auth/login', JSON.stringify({ user: [secret], password: { secret } })),
      post('/api/auth/login', `user=sara&password=${secret}`, 'application/x-www-form-urlencoded'),
      supertest(demo.url).post('/api/auth/refresh').set('Cookie', `kartabl_refresh=${secret}`),
      supertest(demo.url).get('/api/me').set('Authorization', `Bearer ${secret}`),
      supertest(demo.url).get('/api/me').auth('sara', secret),
      supertest(demo.url).get('/api/me').set('Authorization', `Basic ${secret}`),
    ])
    for (const { status, text } of sent) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(text).not.toContain(secret)
    }
  })
})
