import { ipKeyGenerator, MemoryStore } from 'express-rate-limit'
import { ApiProblem } from '../http/api-problem.ts'

const WINDOW = 15 * 60_000

/**
 * Limits guessing of passwords: so many failures per account, and ten times as many per address, in 15 minutes. Only
 * failures count, so people and programs who know their password are never held up.
 */
export interface FailedTries {
  /** Throws 429 `too_many_tries` when the account or the address has used up its tries. */
  check(user: string, address: string): Promise<void>
  add(user: string, address: string): Promise<void>
}

/** Counts in this process: several nodes together allow as many times more. */
export function failedTries(perAccount: number): FailedTries {
  const store = new MemoryStore()
  store.init({ windowMs: WINDOW } as Parameters<MemoryStore['init']>[0]) // it reads nothing but the window
  const keysOf = (user: string, address: string): [key: string, limit: number][] => [
    [`account ${user}`, perAccount],
    // One house has a whole range of IPv6 addresses.
    [`address ${ipKeyGenerator(address)}`, perAccount * 10],
  ]
  return {
    async check(user, address) {
      for (const [key, limit] of keysOf(user, address))
        if (((await store.get(key))?.totalHits ?? 0) >= limit)
          throw new ApiProblem(
            429,
            'too_many_tries',
            'Too many failed sign-ins. Wait 15 minutes, or ask an administrator.',
          )
    },
    async add(user, address) {
      for (const [key] of keysOf(user, address)) await store.increment(key)
    },
  }
}
