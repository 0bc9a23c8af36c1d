import { linkInstance } from '../../db/records/opportunity/change-head.ts'
import { createOpportunity } from '../../db/records/opportunity/create-opportunity.ts'
import { getParty } from '../../db/records/party/party.ts'
import { changeIn } from '../../db/records/reading.ts'
import { noVariables } from '../../engine/json.ts'
import { ok } from '../../engine/result.ts'
import type { Identity } from '../auth/identity.ts'
import type { CreateOpportunity } from '../contract/index.ts'
import { notFound } from '../http/api-problem.ts'
import { orProblem } from '../http/outcome.ts'
import { refusalProblem } from '../http/refusal-problem.ts'
import { requireMay } from '../policies/require.ts'
import { startersOf } from '../presenters/process-rows.ts'
import type { Services } from '../services.ts'

/** The process that works on deals; its folder has this name. */
const PROCESS = 'opportunity'

/**
 * A new deal of this person and the process that works on it, in one transaction: neither is ever without the other.
 */
export async function startOpportunity(
  services: Services,
  person: Identity,
  wanted: CreateOpportunity,
): Promise<{ id: number; instance: number }> {
  const { engine, reading, viewer, company, now } = services
  const partyId = Number(wanted.partyId)
  if ((await getParty(reading, await viewer(person.id), partyId)) === null)
    throw notFound('party', wanted.partyId)
  const definition = await engine.definitions.byId(PROCESS)
  if (definition === undefined) throw notFound('process', PROCESS)
  const starters = startersOf(await engine.definitions.graph(definition.key))
  requireMay(person, 'process.start_this', { starters })
  const currency = wanted.currency ?? (await company())?.currency ?? 'EUR'
  const stamp = { by: person.id, now: now() }
  let id = 0
  const started = await engine.create(
    { process: { key: definition.key }, variables: noVariables() },
    {
      by: person.id,
      async before(tx) {
        const contactId = wanted.contactId === undefined ? null : Number(wanted.contactId)
        const { title, type } = wanted
        const deal = orProblem(
          await createOpportunity(changeIn(tx.records, stamp), {
            ...{ title, partyId, contactId, currency, ownerId: person.id },
            ...(type === undefined ? {} : { type }),
          }),
        )
        id = deal.id
        return ok(Object.assign(noVariables(), { opportunityId: String(deal.id) }))
      },
      async after(tx, done) {
        if ('key' in done) orProblem(await linkInstance(changeIn(tx.records, stamp), { id }, done.key))
      },
    },
  )
  if (!started.ok) throw refusalProblem(started.error)
  return { id, instance: started.value.key }
}
