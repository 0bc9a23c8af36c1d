import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import jsonwebtoken from 'jsonwebtoken'
import { accessTokenReader, issueAccessToken, readAccessToken } from './access-token.ts'

const key = createSecretKey(randomBytes(32))
const now = Date.parse('2026-03-02T08:00:00.000Z')
const session = { family: 'f', epoch: 1 }
const seconds = Math.floor(now / 1000)
const claims = {
  sub: 'sara',
  typ: 'access',
  sid: 'f',
  epo: 1,
  aud: 'kartabl',
  iat: seconds,
  exp: seconds + 600,
}
const signed = (changes: object, options: jsonwebtoken.SignOptions = {}) =>
  jsonwebtoken.sign({ ...claims, ...changes }, key, { algorithm: 'HS256', ...options })

test('a token says whose it is, for ten minutes', () => {
  const { token, expiresAt } = issueAccessToken(key, 'sara', session, now)
  expect(expiresAt - now).toBe(600_000)
  expect(readAccessToken(key, token, now + 599_000)).toEqual({ person: 'sara', session, expiresAt })
  expect(readAccessToken(key, token, now + 601_000)).toBe('expired')
})

test.each([
  ['of another type', signed({ typ: 'refresh' })],
  ['for another audience', signed({ aud: 'someone' })],
  ['signed by another key', jsonwebtoken.sign(claims, randomBytes(32))],
  ['with another algorithm', signed({}, { algorithm: 'HS512' })],
  ['unsigned', jsonwebtoken.sign(claims, '', { algorithm: 'none' })],
  [
    'with a public key in place of the secret',
    jsonwebtoken.sign(claims, rsa().privateKey, { algorithm: 'RS256' }),
  ],
  ['that is no token', 'a.b.c'],
])('a token %s is none of ours', (_what, token) => {
  expect(readAccessToken(key, token, now)).toBe('invalid')
})

test('nobody can make one that lasts longer', () => {
  const long = signed({ exp: seconds + 86_400 })
  expect(readAccessToken(key, long, now + 601_000)).toBe('expired')
  const read = accessTokenReader(key)
  expect(read(long, now)).toMatchObject({ person: 'sara' })
  expect(read(long, now + 601_000)).toBe('expired')
})

function rsa() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

test('a token that was good is good until it expires, and no longer', () => {
  const read = accessTokenReader(key)
  const { token, expiresAt } = issueAccessToken(key, 'sara', session, now)
  const good = { person: 'sara', session, expiresAt }
  expect(read(token, now)).toEqual(good)
  expect(read(token, expiresAt - 1)).toEqual(good)
  expect(read(token, expiresAt)).toBe('expired')
  expect(read(token, expiresAt)).toBe('expired')
})

test('a token that is like a good one but for its signature is not good', () => {
  const read = accessTokenReader(key)
  const { token } = issueAccessToken(key, 'sara', session, now)
  read(token, now)
  const foreign = issueAccessToken(createSecretKey(randomBytes(32)), 'sara', session, now)
  expect(read(foreign.token, now)).toBe('invalid')
})
