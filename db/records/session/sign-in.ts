import { ok } from '../../../engine/result.ts'
import type { Database } from '../../connection/open-database.ts'
import { changeRecords, readingOf } from '../change-records.ts'
import type { User } from '../people/user.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { checkPassword } from './check-password.ts'
import { logLogin } from './login-log.ts'
import { type IssuedToken, issueRefreshToken } from './refresh-token.ts'

export interface SignInAttempt {
  readonly user: string
  readonly password: string
  /** Network address and browser, for the login log. */
  readonly address: string
  readonly agent: string
  /** Epoch milliseconds. */
  readonly now: number
}

export interface SignedIn {
  readonly user: User
  readonly refreshToken: IssuedToken
}

/**
 * Checks the password and opens a session; every attempt is in the login log.
 * Fails with `invalid_credentials`, the same for an unknown name, a wrong password and a disabled person.
 */
export async function signIn(database: Database, attempt: SignInAttempt): Promise<Outcome<SignedIn>> {
  const { user: name, address, agent, now } = attempt
  const checked = await checkPassword(readingOf(database), attempt)
  const entry = { userId: name, address, agent }
  return changeRecords(database, { by: checked.ok ? name : 'sign-in', now }, async (change) => {
    if (checked.ok) await logLogin(change, { ...entry, outcome: 'signed-in' })
    else await logLogin(change, { ...entry, outcome: checked.error })
    return ok(
      checked.ok
        ? { user: checked.value, refreshToken: await issueRefreshToken(change, checked.value) }
        : null,
    )
  }).then((outcome) => (outcome.ok && outcome.value !== null ? ok(outcome.value) : refused()))
}

const refused = () =>
  problem('invalid_credentials', 'The user name or the password is wrong, or the account is closed.')
