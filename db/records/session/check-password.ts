import { fail, ok, type Result } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import { getCompany } from '../company/company.ts'
import { isDemoPassword, passwordMatches } from '../people/password.ts'
import { getUser, type User } from '../people/user.ts'
import type { Reading } from '../reading.ts'
import { findRow } from '../rows.ts'

/** For the log only; whoever signs in is told no difference. */
export type SignInRefusal = 'unknown-user' | 'wrong-password' | 'disabled' | 'demo-password'

/** The user if the password is theirs and they may sign in. Always verifies one hash, so it always takes as long. */
export async function checkPassword(
  reading: Reading,
  { user: name, password }: { readonly user: string; readonly password: string },
): Promise<Result<User, SignInRefusal>> {
  const row = await findRow(reading, modelsOf(reading.sequelize).user, { where: { id: name.slice(0, 64) } })
  const matches = await passwordMatches(row?.passwordHash ?? null, password)
  const user = await getUser(reading, name.slice(0, 64))
  const company = await getCompany(reading)
  if (user === null) return fail('unknown-user')
  if (!matches) return fail('wrong-password')
  if (user.disabled) return fail('disabled')
  if (isDemoPassword(password) && !company?.demo) return fail('demo-password')
  return ok(user)
}
