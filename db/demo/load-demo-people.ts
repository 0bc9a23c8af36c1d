import { ok } from '../../engine/result.ts'
import { appointManager } from '../records/people/change-unit.ts'
import { createUser } from '../records/people/create-user.ts'
import { demoPassword, hashPassword } from '../records/people/password.ts'
import { listUnits } from '../records/people/unit.ts'
import type { Change } from '../records/reading.ts'
import { type Outcome, orRefuse } from '../records/record-problem.ts'
import { demoPeople } from './demo-people.ts'

/** One hash for each person, each with its own salt; made before the transaction, as it takes a while. */
export const hashDemoPasswords = (): Promise<ReadonlyMap<string, string>> =>
  Promise.all(
    demoPeople.map(
      async ({ id }) => [id, orRefuse(await hashPassword(demoPassword, { demo: true }))] as const,
    ),
  ).then((pairs) => new Map(pairs))

export async function loadDemoPeople(
  change: Change,
  passwordHashes: ReadonlyMap<string, string>,
): Promise<Outcome<null>> {
  for (const { manages: _manages, ...person } of demoPeople) {
    const secrets = {
      passwordHash: passwordHashes.get(person.id) ?? '',
      email: `${person.id}@kartabl.example`,
    }
    const created = await createUser(change, { ...person, ...secrets, timeZone: 'Europe/Berlin' })
    if (!created.ok) return created
  }
  return appointManagers(change)
}

async function appointManagers(change: Change): Promise<Outcome<null>> {
  for (const unit of await listUnits(change)) {
    const manager = demoPeople.find(({ manages }) => manages?.includes(unit.id))
    const appointed = await appointManager(change, unit, manager?.id ?? null)
    if (!appointed.ok) return appointed
  }
  return ok(null)
}
