import { absentsOf } from '../people/substitution.ts'
import { listUnits, unitsBelow } from '../people/unit.ts'
import { getUser } from '../people/user.ts'
import type { Reading } from '../reading.ts'

/** Whose eyes records are seen with: what the row rules need to know of a person. */
export interface Viewer {
  readonly id: string
  /** Administrators see every row. */
  readonly everything: boolean
  /** The person, and those they stand in for: what these own is seen. */
  readonly persons: readonly string[]
  /** Units whose records are seen. */
  readonly units: readonly string[]
  /** Parties up to this secrecy level are seen. */
  readonly clearance: number
}

/** Sees no row: the default for whoever is unknown or disabled. */
const nobody = (id: string): Viewer => ({ id, everything: false, persons: [], units: [], clearance: -1 })

/**
 * The row rules of a person at `now`. They see the units that they belong to, the tree below every unit that they manage,
 * and, with the role manager, the tree below their own units.
 */
export async function viewerOf(reading: Reading, userId: string, now: number): Promise<Viewer> {
  const user = await getUser(reading, userId)
  if (user === null || user.disabled) return nobody(userId)
  const units = await listUnits(reading)
  const persons = [user.id, ...(await absentsOf(reading, user.id, now))]
  const managed = units
    .filter((unit) => unit.managerId !== null && persons.includes(unit.managerId))
    .map(({ id }) => id)
  const roots = user.roles.includes('manager') ? [...managed, ...user.units] : managed
  return {
    id: user.id,
    everything: user.roles.includes('administrator'),
    persons,
    units: [...new Set([...user.units, ...unitsBelow(units, roots)])],
    clearance: user.clearance,
  }
}
