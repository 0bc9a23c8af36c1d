import type { Reading } from '../reading.ts'
import { type RoleId, roles } from './roles.ts'
import { absentsOf } from './substitution.ts'
import { listUnits, type Unit } from './unit.ts'
import { getUser, type User } from './user.ts'

/** A group whose tasks a person may do. */
export interface Group {
  readonly id: string
  readonly kind: 'unit' | 'role'
  readonly names: { readonly en: string; readonly fa: string }
  /** The absent person to whom it really belongs; null for a group of one's own. It gives tasks, never permissions. */
  readonly onBehalfOf: string | null
}

/**
 * Units and roles of a person, then those of whom they stand in for at `now`, each once. Disabled and unknown people
 * have none, and an absent person lends no role but `staff` and `manager`: nobody becomes administrator by a holiday.
 */
export async function groupsOf(reading: Reading, userId: string, now: number): Promise<Group[]> {
  const user = await getUser(reading, userId)
  if (user === null || user.disabled) return []
  const units = await listUnits(reading)
  const groups = new Map(ownGroups(user, units).map((group) => [group.id, group]))
  for (const absentId of await absentsOf(reading, userId, now)) {
    const absent = await getUser(reading, absentId)
    for (const group of absent ? ownGroups(absent, units).filter(isLent) : [])
      if (!groups.has(group.id)) groups.set(group.id, { ...group, onBehalfOf: absentId })
  }
  return [...groups.values()]
}

const ownGroups = (user: User, units: readonly Unit[]): Group[] => [
  ...units
    .filter((unit) => user.units.includes(unit.id))
    .map(({ id, names }): Group => ({ id, kind: 'unit', names, onBehalfOf: null })),
  ...user.roles.map((id): Group => ({ id, kind: 'role', names: roles[id], onBehalfOf: null })),
]

const lentRoles: readonly RoleId[] = ['staff', 'manager']
const isLent = ({ id, kind }: Group): boolean => kind === 'unit' || lentRoles.some((role) => role === id)
