import supertest from 'supertest'

// Counted, not replaced: what is asked of the hash is what takes the time.
const real = await import('@node-rs/argon2')
const hashes: string[] = []
const verify: typeof real.verify = (hash, ...rest) => {
  hashes.push(String(hash))
  return real.verify(hash, ...rest)
}
// Jest has it for ES modules, and its types do not say so.
const esm = import.meta.jest as unknown as { unstable_mockModule(name: string, make: () => object): void }
esm.unstable_mockModule('@node-rs/argon2', () => ({ ...real, verify }))
const { serveDemo } = await import('../testing/served-demo.ts')

/** Algorithm and costs of a hash: what decides how long its verification takes. */
const costOf = (hash: string | undefined) => hash?.split('$').slice(1, 4).join('$')

describe('a failed sign-in tells nothing of who is known here', () => {
  let demo: Awaited<ReturnType<typeof serveDemo>>
  beforeAll(async () => {
    demo = await serveDemo()
  })
  afterAll(() => demo.close())

  const byForm = (user: string) =>
    supertest(demo.url).post('/api/auth/login').send({ user, password: 'a wrong password' })
  const byBasic = (user: string) => supertest(demo.url).get('/api/me').auth(user, 'a wrong password')

  test.each([
    ['by the form', byForm],
    ['by HTTP Basic', byBasic],
  ])('%s: the same answer after the same work', async (_what, ask) => {
    const outcomes = []
    for (const user of ['sara', 'nobody-of-that-name']) {
      hashes.length = 0
      const { status, body, headers } = await ask(user)
      const { requestId: _requestId, ...said } = body
      outcomes.push({ status, said, challenge: headers['www-authenticate'], work: hashes.map(costOf) })
    }
    const [known, unknown] = outcomes
    expect(known?.work).toHaveLength(1)
    expect(known?.status).toBe(401)
    expect(unknown).toEqual(known)
  })
})
