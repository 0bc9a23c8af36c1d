import { readConfig } from './config.ts'

test('without any setting there is a server on SQLite in .data', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ ok: true, value: { port: 8080, redisUrl: undefined, jwtSecret: undefined } })
  expect(config.ok && config.value.databaseUrl).toMatch(/^sqlite:\/.*\/\.data\/kartabl\.db$/)
})

test.each([
  ['PORT', 'eighty', /^The setting PORT is wrong: expected a number from 0 to 65535/],
  ['PORT', '70000', /^The setting PORT is wrong/],
  ['DATABASE_URL', 'postgres://x', /^The setting DATABASE_URL is wrong: expected sqlite:/],
  ['REDIS_URL', 'localhost', /^The setting REDIS_URL is wrong: expected redis:/],
  ['JWT_SECRET', 'short', /^The setting JWT_SECRET is wrong: expected at least 32 characters/],
])('%s=%s is one sentence that does not repeat the value', (name, value, sentence) => {
  const config = readConfig({ [name]: value })
  expect(config).toEqual({ ok: false, error: expect.stringMatching(sentence) })
  expect(config.ok ? '' : config.error).not.toContain(value)
})

test('an empty setting is as none, as compose files have it', () => {
  expect(readConfig({ REDIS_URL: '', PORT: '' })).toMatchObject({
    ok: true,
    value: { port: 8080, redisUrl: undefined },
  })
})
