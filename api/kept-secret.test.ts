import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signingKey } from './kept-secret.ts'

test('a secret is made once, kept, and readable by its owner only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kartabl-secret-'))
  const dataDir = join(folder, 'data')
  const [first, second] = await Promise.all([signingKey(dataDir, undefined), signingKey(dataDir, undefined)])
  expect(first.equals(second)).toBe(true)
  expect((await signingKey(dataDir, undefined)).equals(first)).toBe(true)
  expect((await stat(join(dataDir, 'jwt-secret'))).mode & 0o777).toBe(0o600)
  expect((await signingKey(dataDir, 'given from outside, long enough!')).equals(first)).toBe(false)
  await rm(folder, { recursive: true })
})
