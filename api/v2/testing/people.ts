import { changeRecords } from '../../../db/records/change-records.ts'
import { createUnit } from '../../../db/records/people/change-unit.ts'
import { createUser } from '../../../db/records/people/create-user.ts'
import { hashPassword } from '../../../db/records/people/password.ts'
import type { RoleId } from '../../../db/records/people/roles.ts'
import { ok } from '../../../engine/result.ts'
import type { Services } from '../../services.ts'

export const PASSWORD = 'a good long password'

const people: readonly {
  readonly id: string
  readonly roles: readonly RoleId[]
  readonly units: readonly string[]
}[] = [
  { id: 'dana', roles: ['designer'], units: [] },
  { id: 'omid', roles: ['administrator'], units: [] },
  { id: 'mina', roles: ['manager'], units: ['sales'] },
  { id: 'sara', roles: ['staff'], units: ['sales'] },
  { id: 'wang', roles: ['staff'], units: [] },
]

/** One person of each role, and two of staff of whom one is in Sales. */
export async function hirePeople({ database, now }: Pick<Services, 'database' | 'now'>): Promise<void> {
  const hashed = await hashPassword(PASSWORD)
  if (!hashed.ok) throw new Error(hashed.error.message)
  const hired = await changeRecords(database, { by: 'tests', now: now() }, async (change) => {
    await createUnit(change, { id: 'sales', names: { en: 'Sales', fa: 'فروش' } })
    for (const { id, roles, units } of people) {
      const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}`
      const account = {
        email: `${id}@example.org`,
        passwordHash: hashed.value,
        language: 'en',
        timeZone: 'UTC',
      }
      const made = await createUser(change, { id, name, ...account, roles, units })
      if (!made.ok) return made
    }
    return ok(null)
  })
  if (!hired.ok) throw new Error(hired.error.message)
}
