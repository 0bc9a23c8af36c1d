import { ok } from '../../../engine/result.ts'
import type { Database } from '../../connection/open-database.ts'
import { changeRecords } from '../change-records.ts'
import { createNumberSequences } from '../next-number.ts'
import { createLostReason } from '../opportunity/lost-reason.ts'
import { createUnit } from '../people/change-unit.ts'
import { createUser } from '../people/create-user.ts'
import { hashPassword } from '../people/password.ts'
import type { Change } from '../reading.ts'
import type { Outcome } from '../record-problem.ts'
import { createCompany, type NewCompany } from './company.ts'
import { standardLostReasons, standardUnits } from './standard-units.ts'

export interface FirstAdministrator {
  readonly user: string
  readonly name: string
  readonly password: string
  readonly email: string | null
}

export interface EmptyCompany {
  readonly company: Pick<NewCompany, 'name' | 'language' | 'timeZone' | 'currency'>
  readonly administrator: FirstAdministrator
  /** Epoch milliseconds. */
  readonly now: number
}

/**
 * Makes a company with the standard units and lost reasons and one person, who may administer, design and work.
 * Happens once: fails with `company_exists`, also for the second of two at the same time, or with `weak_password`,
 * `bad_user_id`.
 */
export async function createEmptyCompany(
  database: Database,
  { company, administrator, now }: EmptyCompany,
): Promise<Outcome<string>> {
  const passwordHash = await hashPassword(administrator.password)
  if (!passwordHash.ok) return passwordHash
  return changeRecords(database, { by: administrator.user, now }, async (change) => {
    const made = await createFoundations(change, company)
    if (!made.ok) return made
    const { user: id, name, email } = administrator
    const { language, timeZone } = company
    const person = { id, name, email, passwordHash: passwordHash.value, language, timeZone, clearance: 3 }
    return createUser(change, { ...person, roles: ['administrator', 'designer', 'staff'], units: [] })
  })
}

/** What every company has: its settings, number sequences, units and lost reasons (with the ids 1, 2 …). */
export async function createFoundations(change: Change, company: NewCompany): Promise<Outcome<null>> {
  const created = await createCompany(change, company)
  if (!created.ok) return created
  await createNumberSequences(change)
  for (const unit of standardUnits) {
    const made = await createUnit(change, unit)
    if (!made.ok) return made
  }
  for (const names of standardLostReasons) await createLostReason(change, names)
  return ok(null)
}
