import type { Company as CompanyRecord } from '../../db/records/company/company.ts'
import type { Identity } from '../auth/identity.ts'
import { type Company, Language, type Me } from '../contract/index.ts'
import { permissionsOf } from '../policies/permissions.ts'
import type { Services } from '../services.ts'

const presentCompany = (company: CompanyRecord | null): Company => ({
  name: company?.name ?? '',
  language: Language.catch('en').parse(company?.language),
  timeZone: company?.timeZone ?? 'UTC',
  currency: company?.currency ?? 'EUR',
  demo: company?.demo ?? false,
})

/** The person as their own web app needs to know them. */
export async function presentMe({ directory, company }: Services, person: Identity): Promise<Me> {
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    language: person.language,
    theme: person.theme,
    timeZone: person.timeZone,
    roles: [...person.roles],
    units: await Promise.all(person.units.map((unit) => directory.group(unit))),
    groups: [...person.groups],
    permissions: [...permissionsOf(person.roles)],
    company: presentCompany(await company()),
  }
}
