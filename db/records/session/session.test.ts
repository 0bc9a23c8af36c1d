import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import { disableUser, signOutEverywhere } from '../people/change-user.ts'
import { getUser } from '../people/user.ts'
import { openTestCompany, type TestCompany, testNow } from '../testing/test-company.ts'
import { testDatabases } from '../testing/test-databases.ts'
import { listLogins } from './login-log.ts'
import { forgetOldTokens, revokeRefreshToken, rotateRefreshToken } from './refresh-token.ts'
import { signIn } from './sign-in.ts'

const refused = (code: string) => ({ ok: false, error: { code } })
const month = 30 * 24 * 60 * 60 * 1000

describe.each(testDatabases)('sessions on %s', (_name, open) => {
  let company: TestCompany
  beforeAll(async () => {
    company = await openTestCompany(open)
  })
  afterAll(() => company.test.drop())

  const attempt = (user: string, password = 'kartabl') =>
    signIn(company.test.database, { user, password, address: '10.0.0.1', agent: 'test', now: testNow })
  const token = async (user: string) => {
    const signedIn = await attempt(user)
    if (!signedIn.ok) throw new Error(signedIn.error.message)
    return signedIn.value.refreshToken.token
  }
  const rotate = (given: string, at = testNow) =>
    company.change('x', (change) => rotateRefreshToken(change, given), at)
  const next = async (given: string) => {
    const rotated = await rotate(given)
    if (!rotated.ok || rotated.value === 'reused') throw new Error('the token was refused')
    return rotated.value.refreshToken.token
  }
  const changed = async (id: string, change: typeof disableUser) => {
    const user = await getUser(company.reading, id)
    if (user !== null) await company.done('omid', (one) => change(one, user))
  }

  it('tell nobody why a sign-in was refused, and log it', async () => {
    await changed('bahar', disableUser)
    const refusals = [
      await attempt('nobody'),
      await attempt('sara', 'wrong'),
      await attempt('bahar'),
      await attempt("x' OR 1=1"),
    ]
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0])
    expect(refusals[0]).toMatchObject(refused('invalid_credentials'))
    const logged = (await listLogins(company.reading, undefined, 4)).map(({ userId, outcome }) => [
      userId,
      outcome,
    ])
    expect(logged).toEqual([
      ["x' OR 1=1", 'unknown-user'],
      ['bahar', 'disabled'],
      ['sara', 'wrong-password'],
      ['nobody', 'unknown-user'],
    ])
  })

  it('go on with a new token each time', async () => {
    const first = await token('sara')
    const third = await next(await next(first))
    expect(await rotate(third)).toMatchObject({ ok: true, value: { user: { id: 'sara' } } })
  })

  it('end with their whole family when a token comes a second time', async () => {
    const first = await token('sara')
    const other = await token('sara')
    const second = await next(first)
    expect(await rotate(first)).toEqual({ ok: true, value: 'reused' })
    expect(await rotate(second)).toMatchObject(refused('invalid_refresh_token'))
    expect(await rotate(other)).toMatchObject({ ok: true })
  })

  it('have one winner when a token is used twice at once', async () => {
    const first = await token('lena')
    const outcomes = await Promise.all([rotate(first), rotate(first), rotate(first)])
    expect(outcomes.filter((one) => one.ok && one.value !== 'reused').length).toBe(1)
  })

  it('end at sign-out, when disabled, signed out by force, and after a month', async () => {
    const [ended, forced, disabled, old] = [
      await token('reza'),
      await token('lena'),
      await token('navid'),
      await token('mina'),
    ]
    await company.done('reza', async (change) => ok(await revokeRefreshToken(change, ended)))
    await changed('lena', signOutEverywhere)
    await changed('navid', disableUser)
    for (const given of [ended, forced, disabled, 'unknown'])
      expect(await rotate(given)).toMatchObject(refused('invalid_refresh_token'))
    expect(await rotate(old, testNow + month - 1)).toMatchObject({ ok: true })
    expect(await rotate(await token('mina'), testNow + month)).toMatchObject(refused('invalid_refresh_token'))
  })

  it('keep no token that could be used', async () => {
    const given = await token('sara')
    const rows = await modelsOf(company.reading.sequelize).refreshToken.findAll({ raw: true })
    expect(JSON.stringify(rows)).not.toContain(given)
    const later = testNow + 3 * month
    await company.done('x', async (change) => ok(await forgetOldTokens(change)), later)
    expect(await modelsOf(company.reading.sequelize).refreshToken.count()).toBe(0)
  })
})

describe.each(testDatabases)('outside the demo company on %s', (_name, open) => {
  it('the well-known password opens nothing, even if someone has it', async () => {
    const company = await openTestCompany(open)
    await company.reading.sequelize.query('UPDATE company SET demo = 0')
    const given = { user: 'sara', password: 'kartabl', address: '', agent: '', now: testNow }
    expect(await signIn(company.test.database, given)).toMatchObject(refused('invalid_credentials'))
    await company.test.drop()
  })
})
