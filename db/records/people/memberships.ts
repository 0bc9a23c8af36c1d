import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import { insertRows } from '../insert-rows.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { findRows } from '../rows.ts'
import type { RoleId } from './roles.ts'

/** Fails with `unit_not_found`. */
export async function insertMemberships(
  change: Change,
  userId: string,
  units: readonly string[],
): Promise<Outcome<null>> {
  const known = await findRows(change, modelsOf(change.sequelize).unit, {
    where: { id: [...units] },
    attributes: ['id'],
  })
  const missing = units.find((unit) => !known.some(({ id }) => id === unit))
  if (missing !== undefined)
    return problem('unit_not_found', `There is no unit "${missing}".`, { unit: missing })
  await insertRows(
    change,
    'memberships',
    [...new Set(units)].map((unitId) => ({ unitId, userId })),
  )
  return ok(null)
}

export const insertRoles = (change: Change, userId: string, roles: readonly RoleId[]): Promise<void> =>
  insertRows(
    change,
    'user_roles',
    [...new Set(roles)].map((roleId) => ({ userId, roleId })),
  )

/** The units of a user are now these. */
export async function replaceMemberships(
  change: Change,
  userId: string,
  units: readonly string[],
): Promise<Outcome<null>> {
  const { transaction } = change
  await modelsOf(change.sequelize).membership.destroy({ where: { userId }, transaction })
  return insertMemberships(change, userId, units)
}

/** The roles of a user are now these. */
export async function replaceRoles(change: Change, userId: string, roles: readonly RoleId[]): Promise<void> {
  const { transaction } = change
  await modelsOf(change.sequelize).userRole.destroy({ where: { userId }, transaction })
  await insertRoles(change, userId, roles)
}
