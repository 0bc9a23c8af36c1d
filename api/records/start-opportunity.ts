import { opportunityOfInstance } from '../../db/records/opportunity/opportunity.ts'
import type { JsonValue } from '../../forms/index.ts'
import type { Identity } from '../auth/identity.ts'
import type { CreateOpportunity } from '../contract/index.ts'
import type { Repeatable } from '../idempotency/kept-answer.ts'
import type { Services } from '../services.ts'
import { startOnce } from '../task-form/start-once.ts'
import { DEAL_PROCESS } from './deal-process.ts'

/**
 * A new deal of this person: its process is started, which opens the record in the same transaction, so that neither is
 * ever without the other. What may be said of a deal is what the process's start form asks.
 */
export async function startOpportunity(
  services: Services,
  person: Identity,
  wanted: CreateOpportunity,
  call: Repeatable | null,
): Promise<{ id: number; instance: number }> {
  const values: Record<string, JsonValue> = Object.fromEntries(
    Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  const started = await startOnce(services, person, DEAL_PROCESS, { values, outcome: null }, call)
  const deal = await opportunityOfInstance(services.reading, started.instance)
  if (deal === null)
    throw new Error(`the process ${DEAL_PROCESS} was started as ${started.instance} and opened no deal`)
  return { id: deal.id, instance: started.instance }
}
