import { demoOpportunities } from '../../db/demo/demo-opportunities.ts'
import type { DemoOpportunity } from '../../db/demo/demo-story.ts'
import { ApiProblem } from '../http/api-problem.ts'
import { startOpportunity } from '../records/start-opportunity.ts'
import type { Services } from '../services.ts'
import { demoOffice } from './demo-office.ts'
import { type PlayedDeal, playStep } from './play-step.ts'

interface Moment {
  readonly at: number
  readonly deal: DemoOpportunity
  /** -1 begins the deal. */
  readonly step: number
}

const momentsOf = (deals: readonly DemoOpportunity[]): Moment[] =>
  deals
    .flatMap((deal) => [
      { at: deal.startedAt, deal, step: -1 },
      ...deal.steps.map(({ at }, step) => ({ at, deal, step })),
    ])
    .toSorted((a, b) => a.at - b.at)

/**
 * Lets the engine live through the past of the demo company: every deal is begun, approved and decided by its people,
 * on a clock that is moved to each moment. `services` work on that clock. Returns what went wrong: a deal that can't go
 * on stays where it is.
 */
export async function playDeals(services: Services, clock: { at: number }, now: number): Promise<string[]> {
  const office = demoOffice(services)
  const played = new Map<string, PlayedDeal>()
  const faults: string[] = []

  async function begin(deal: DemoOpportunity): Promise<void> {
    const { title, type, currency, ownerId } = deal
    const wanted = { partyId: String(deal.partyId), contactId: String(deal.contactId), title, type, currency }
    const { instance } = await startOpportunity(services, await office.identity(ownerId), wanted, null)
    played.set(deal.key, { instance, currency })
  }

  async function play({ deal, step }: Moment): Promise<void> {
    if (step === -1) return begin(deal)
    const known = played.get(deal.key)
    const next = deal.steps[step]
    if (known !== undefined && next !== undefined) await playStep(services, office, known, next)
  }

  for (const moment of momentsOf(demoOpportunities(now))) {
    clock.at = moment.at
    await play(moment).catch((error: unknown) => {
      if (!(error instanceof ApiProblem)) throw error
      faults.push(`${moment.deal.key} (${moment.deal.steps[moment.step]?.step ?? 'begin'}): ${error.message}`)
      played.delete(moment.deal.key)
    })
  }
  return faults
}
