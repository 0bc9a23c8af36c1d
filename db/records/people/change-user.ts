import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { findRows } from '../rows.ts'
import { searchable } from '../search/fold.ts'
import { notFound, type Target, updateRecord } from '../write-record.ts'
import { replaceMemberships, replaceRoles } from './memberships.ts'
import type { RoleId } from './roles.ts'
import { getUser } from './user.ts'

export interface UserSettings {
  readonly name?: string
  readonly email?: string | null
  readonly language?: string
  readonly theme?: string
  readonly timeZone?: string
  readonly clearance?: number
}

/** Answers the new version. */
export async function changeUser(
  change: Change,
  target: Target<string>,
  settings: UserSettings,
): Promise<Outcome<number>> {
  const user = await getUser(change, target.id)
  if (user === null) return notFound('users', target.id)
  const { name = user.name, email = user.email } = settings
  const values = { ...settings, ...searchable(name, user.id, email) }
  return updateRecord(change, modelsOf(change.sequelize).user, target, values)
}

/** `passwordHash` comes from `hashPassword`. Signs the person out everywhere. */
export const changePassword = (
  change: Change,
  target: Target<string>,
  passwordHash: string,
): Promise<Outcome<number>> => updateSignedOut(change, target, { passwordHash }, 'change-password')

/** A disabled person is signed out and can't sign in. The last administrator can't be disabled. */
export async function disableUser(change: Change, target: Target<string>): Promise<Outcome<number>> {
  const kept = await administratorRemains(change, target.id)
  return kept.ok ? updateSignedOut(change, target, { disabled: 1 }, 'disable') : kept
}

export const enableUser = (change: Change, target: Target<string>): Promise<Outcome<number>> =>
  updateRecord(change, modelsOf(change.sequelize).user, target, { disabled: 0 }, { action: 'enable' })

/** Voids every token that the person has. */
export const signOutEverywhere = (change: Change, target: Target<string>): Promise<Outcome<number>> =>
  updateSignedOut(change, target, {}, 'sign-out-everywhere')

/** Roles take effect at the next sign-in, so the person is signed out. Some administrator must remain. */
export async function changeRoles(
  change: Change,
  target: Target<string>,
  roles: readonly RoleId[],
): Promise<Outcome<number>> {
  const kept = roles.includes('administrator') ? ok(null) : await administratorRemains(change, target.id)
  if (!kept.ok) return kept
  const updated = await updateSignedOut(change, target, {}, 'change-roles', { roles })
  if (updated.ok) await replaceRoles(change, target.id, roles)
  return updated
}

/** Fails with `unit_not_found`. */
export async function changeUnits(
  change: Change,
  target: Target<string>,
  units: readonly string[],
): Promise<Outcome<number>> {
  const updated = await updateSignedOut(change, target, {}, 'change-units', { units })
  if (!updated.ok) return updated
  const replaced = await replaceMemberships(change, target.id, units)
  return replaced.ok ? updated : replaced
}

async function updateSignedOut(
  change: Change,
  target: Target<string>,
  values: { passwordHash?: string; disabled?: number },
  action: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<Outcome<number>> {
  const user = await getUser(change, target.id)
  if (user === null) return notFound('users', target.id)
  const next = { ...values, sessionEpoch: user.sessionEpoch + 1 }
  return updateRecord(change, modelsOf(change.sequelize).user, target, next, { action, details })
}

/**
 * Someone enabled other than `id` is an administrator. The administrators' rows are read with a lock, so that two
 * administrators can't remove each other at the same time.
 */
async function administratorRemains(change: Change, id: string): Promise<Outcome<null>> {
  const { userRole, user } = modelsOf(change.sequelize)
  const admins = await findRows(change, userRole, { where: { roleId: 'administrator' }, lock: true })
  if (!admins.some((row) => row.userId === id)) return ok(null)
  const others = admins.map((row) => row.userId).filter((userId) => userId !== id)
  const enabled = await findRows(change, user, {
    where: { id: others, disabled: 0 },
    attributes: ['id'],
    lock: true,
  })
  if (enabled.length > 0) return ok(null)
  return problem('last_administrator', `"${id}" is the last administrator: make someone else one first.`, {
    id,
  })
}
