import { hash, verify } from '@node-rs/argon2'
import { ok } from '../../../engine/result.ts'
import { type Outcome, problem } from '../record-problem.ts'

/** Every person of the demo company has this one; nobody else may. */
export const demoPassword = 'kartabl'

/** argon2id (2) with OWASP's parameters: 19 MiB, two passes. Some 30 ms. */
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const shortest = 8
const longest = 200

/**
 * The hash to keep of a new password. Takes tens of milliseconds: hash before the transaction begins.
 * Fails with `weak_password` when it is shorter than 8 or longer than 200 characters, or the demo company's elsewhere.
 */
export async function hashPassword(password: string, { demo = false } = {}): Promise<Outcome<string>> {
  const allowed = demo && password === demoPassword
  if (!allowed && (password.length < shortest || password.length > longest || isDemoPassword(password)))
    return problem(
      'weak_password',
      `Expected a password of ${shortest} to ${longest} characters that is not the demo company's: choose another.`,
      { shortest, longest },
    )
  return ok(await hash(password, argon2id))
}

/** Whether the password belongs to the hash; as slow for an unknown user, for whom `storedHash` is null. */
export async function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(storedHash ?? (await nobodysHash), password.slice(0, longest))
  return matches && storedHash !== null
}

export const isDemoPassword = (password: string): boolean => password.toLowerCase() === demoPassword

/** Made once per process, so that looking for an unknown user costs one verification, as for a known one. */
const nobodysHash = hash('a password that nobody has', argon2id)
