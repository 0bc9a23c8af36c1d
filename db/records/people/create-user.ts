import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { findRow } from '../rows.ts'
import { searchable } from '../search/fold.ts'
import { uniquely } from '../uniquely.ts'
import { insertNamed } from '../write-record.ts'
import { insertMemberships, insertRoles } from './memberships.ts'
import type { RoleId } from './roles.ts'
import { isUserId } from './user-id.ts'

export interface NewUser {
  readonly id: string
  readonly name: string
  readonly email: string | null
  /** Of `hashPassword`. */
  readonly passwordHash: string
  readonly language: string
  readonly timeZone: string
  readonly theme?: string
  readonly clearance?: number
  readonly roles: readonly RoleId[]
  readonly units: readonly string[]
}

/** Fails with `bad_user_id` or `user_exists`; the units must be there (`unit_not_found`). */
export async function createUser(change: Change, user: NewUser): Promise<Outcome<string>> {
  const { id, name, email, passwordHash, language, timeZone, theme = 'auto', clearance = 0 } = user
  if (!isUserId(id))
    return problem(
      'bad_user_id',
      `Expected a name of a–z, 0–9, ".", "_", "-" that starts with a letter, got "${id}".`,
    )
  const { user: users } = modelsOf(change.sequelize)
  if (await findRow(change, users, { where: { id }, attributes: ['id'] })) return userExists(id)
  const values = {
    name,
    email,
    passwordHash,
    language,
    timeZone,
    theme,
    clearance,
    disabled: 0,
    sessionEpoch: 1,
  }
  const inserted = await uniquely(
    async () => ok(await insertNamed(change, users, id, { ...values, ...searchable(name, id, email) })),
    () => userExists(id),
  )
  if (!inserted.ok) return inserted
  const joined = await insertMemberships(change, id, user.units)
  if (!joined.ok) return joined
  await insertRoles(change, id, user.roles)
  return ok(id)
}

const userExists = (id: string) =>
  problem('user_exists', `There is already a user "${id}": choose another name.`, { id })
