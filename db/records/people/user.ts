import { modelsOf } from '../../models/models-of.ts'
import type { UserRow } from '../../models/user.ts'
import type { Reading } from '../reading.ts'
import { findRow, findRows } from '../rows.ts'
import { isRole, type RoleId } from './roles.ts'

/** A person who may sign in. */
export interface User {
  /** Login name. */
  readonly id: string
  readonly version: number
  readonly name: string
  readonly email: string | null
  readonly language: string
  readonly theme: string
  readonly timeZone: string
  readonly disabled: boolean
  /** Tokens of an earlier epoch are void: it grows when the person is signed out by force. */
  readonly sessionEpoch: number
  /** Sees parties up to this secrecy level, 0–3. */
  readonly clearance: number
  readonly roles: readonly RoleId[]
  /** Ids of the units the person belongs to. */
  readonly units: readonly string[]
}

/** The user, disabled or not; null when there is none of this name. */
export async function getUser(reading: Reading, id: string): Promise<User | null> {
  const row = await findRow(reading, modelsOf(reading.sequelize).user, { where: { id } })
  if (row === null) return null
  const [user] = await usersOf(reading, [row])
  return user ?? null
}

/** The rows with their roles and units, in the same order. */
export async function usersOf(reading: Reading, rows: readonly UserRow[]): Promise<User[]> {
  const { userRole, membership } = modelsOf(reading.sequelize)
  const userId = rows.map((row) => row.id)
  const roleRows = await findRows(reading, userRole, { where: { userId }, order: ['roleId'] })
  const memberRows = await findRows(reading, membership, { where: { userId }, order: ['unitId'] })
  return rows.map((row) => ({
    ...userOf(row),
    roles: roleRows
      .filter((one) => one.userId === row.id)
      .map((one) => one.roleId)
      .filter(isRole),
    units: memberRows.filter((one) => one.userId === row.id).map((one) => one.unitId),
  }))
}

const userOf = (row: UserRow): Omit<User, 'roles' | 'units'> => ({
  id: row.id,
  version: row.version,
  name: row.name,
  email: row.email,
  language: row.language,
  theme: row.theme,
  timeZone: row.timeZone,
  disabled: row.disabled === 1,
  sessionEpoch: row.sessionEpoch,
  clearance: row.clearance,
})
