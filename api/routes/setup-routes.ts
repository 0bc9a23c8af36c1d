import { IANAZone } from 'luxon'
import { getCompany } from '../../db/records/company/company.ts'
import { createEmptyCompany } from '../../db/records/company/create-empty-company.ts'
import { roles } from '../../db/records/people/roles.ts'
import { getUser } from '../../db/records/people/user.ts'
import type { CompanyZone } from '../company-zone.ts'
import { Setup, SetupState } from '../contract/index.ts'
import { ApiProblem } from '../http/api-problem.ts'
import { orProblem } from '../http/outcome.ts'
import { type Route, route } from '../http/route.ts'
import type { Services } from '../services.ts'

/** People whom the sign-in page of the demo company offers. */
const SHOWN = ['sara', 'mina', 'dana', 'omid']

/** The first administrator of an empty company; served once. `zone`: what the engine asks for the company's time zone. */
export function setupRoutes({ database, reading, now }: Services, zone?: CompanyZone): Route[] {
  const state = route({
    method: 'get',
    path: '/api/setup',
    tag: 'Setup',
    summary: 'Does the company wait for its first administrator?',
    access: 'public',
    answer: SetupState,
    async handle() {
      const company = await getCompany(reading)
      return { needed: company === null, demoLogins: company?.demo ? await demoLogins() : [] }
    },
  })

  async function demoLogins(): Promise<SetupState['demoLogins']> {
    const people = await Promise.all(SHOWN.map((id) => getUser(reading, id)))
    return people.flatMap((user) =>
      user === null ? [] : [{ user: user.id, name: user.name, role: roles[user.roles[0] ?? 'staff'].en }],
    )
  }

  const begin = route({
    method: 'post',
    path: '/api/setup',
    tag: 'Setup',
    summary: 'Name the company and its first administrator; works once',
    access: 'public',
    body: Setup,
    problems: { 409: 'company_exists', 422: 'weak_password, bad_user_id' },
    async handle({ body: { company, administrator } }) {
      if (!IANAZone.isValidZone(company.timeZone))
        throw new ApiProblem(
          400,
          'invalid_request',
          `There is no time zone ${company.timeZone}: name one like Europe/Paris.`,
        )
      orProblem(await createEmptyCompany(database, { company, administrator, now: now() }))
      await zone?.refresh()
      return undefined
    },
  })

  return [state, begin]
}
