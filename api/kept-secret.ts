import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The key that signs access tokens: the given secret, else the one kept in `dataDir`, made on the first start and
 * readable by its owner only. A ready KeyObject, because jsonwebtoken makes one per call from a text (50 times slower).
 */
export async function signingKey(dataDir: string, given: string | undefined): Promise<KeyObject> {
  if (given !== undefined) return createSecretKey(Buffer.from(given, 'utf8'))
  const file = join(dataDir, 'jwt-secret')
  await mkdir(dataDir, { recursive: true })
  // 'wx' never overwrites: of two nodes that start together on one folder, both read what the first one wrote.
  await writeFile(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    ignoreExisting,
  )
  return createSecretKey(Buffer.from(await readFile(file, 'utf8'), 'utf8'))
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
