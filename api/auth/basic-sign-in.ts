import { createHash } from 'node:crypto'
import type { Database } from '../../db/connection/open-database.ts'
import { changeRecords, readingOf } from '../../db/records/change-records.ts'
import { checkPassword } from '../../db/records/session/check-password.ts'
import { logLogin } from '../../db/records/session/login-log.ts'
import { ok } from '../../engine/result.ts'
import type { FailedTries } from './failed-tries.ts'

/** Milliseconds that a verified header is believed without hashing again (argon2id costs 13 ms and more). */
const KEPT = 60_000
const MOST_KEPT = 1_000

interface BasicPerson {
  readonly person: string
  readonly epoch: number
}
export type BasicSignIn = (
  header: string,
  from: { address: string; agent: string },
) => Promise<BasicPerson | null>

function credentials(header: string): { user: string; password: string } | null {
  const text = Buffer.from(header.slice('Basic '.length), 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 1 ? null : { user: text.slice(0, colon), password: text.slice(colon + 1) }
}

/**
 * Recognises people by HTTP Basic. A verified header is remembered for 60 s by its hash; the epoch that comes with it
 * makes it void as soon as the person is signed out, disabled or has a new password.
 */
export function basicSignIn(database: Database, tries: FailedTries, now: () => number): BasicSignIn {
  const known = new Map<string, BasicPerson & { until: number }>()
  const log = (userId: string, outcome: string, from: { address: string; agent: string }) =>
    changeRecords(database, { by: 'sign-in', now: now() }, async (change) => {
      await logLogin(change, { userId, outcome, ...from })
      return ok(null)
    })
  return async (header, from) => {
    const hash = createHash('sha256').update(header).digest('base64')
    const remembered = known.get(hash)
    if (remembered !== undefined && remembered.until > now()) return remembered
    const given = credentials(header)
    if (given === null) return null
    await tries.check(given.user, from.address)
    const checked = await checkPassword(readingOf(database), given)
    await log(given.user, checked.ok ? 'signed-in' : checked.error, from)
    if (!checked.ok) {
      await tries.add(given.user, from.address)
      return null
    }
    if (known.size >= MOST_KEPT) known.clear()
    const person = { person: checked.value.id, epoch: checked.value.sessionEpoch, until: now() + KEPT }
    known.set(hash, person)
    return person
  }
}
