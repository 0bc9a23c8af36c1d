import { z } from 'zod'
import { getCompany } from '../../db/records/company/company.ts'
import { linkInstance } from '../../db/records/opportunity/change-head.ts'
import { createOpportunity } from '../../db/records/opportunity/create-opportunity.ts'
import type { Opportunity } from '../../db/records/opportunity/opportunity.ts'
import type { Change } from '../../db/records/reading.ts'
import { orRefuse } from '../../db/records/record-problem.ts'
import { type HandlerContext, Refuse } from '../../engine/index.ts'
import { recordHandler } from '../record-handler.ts'
import { optionalRecordId } from '../record-id.ts'
import { dealOf } from './deal.ts'
import { openRows, shownRow } from './item-rows.ts'

/** Of a company that has not set them. */
const defaults = { currency: 'EUR', stalledDays: 14 }

const input = z.object({
  /** Of a deal that is there already; otherwise one is made of what the start form says. */
  opportunityId: optionalRecordId,
  partyId: optionalRecordId,
  contactId: optionalRecordId,
  title: z.string().nullish(),
  type: z.string().nullish(),
  currency: z.string().nullish(),
})
type Input = z.output<typeof input>

const output = z.object({
  opportunityId: z.string(),
  opportunityNumber: z.string(),
  opportunityTitle: z.string(),
  /** The salesperson and their unit: the tasks are theirs. */
  owner: z.string(),
  unit: z.string(),
  currency: z.string(),
  stalledDays: z.number(),
  items: z.array(shownRow),
})

/** The deal exists and belongs to this instance. */
export const openOpportunity = recordHandler({
  input,
  output,
  async run(change, given, context) {
    const company = { ...defaults, ...(await getCompany(change)) }
    const deal =
      given.opportunityId === null
        ? await createDeal(change, given, company.currency, context)
        : await adoptDeal(change, given.opportunityId, context)
    return {
      opportunityId: String(deal.id),
      opportunityNumber: deal.number,
      opportunityTitle: deal.title,
      owner: deal.ownerId,
      unit: deal.unitId,
      currency: deal.currency,
      stalledDays: company.stalledDays,
      items: openRows(deal),
    }
  },
})

async function createDeal(
  change: Change,
  { partyId, contactId, title, type, currency }: Input,
  companyCurrency: string,
  { instance }: HandlerContext<Input>,
): Promise<Opportunity> {
  if (partyId === null || !title)
    throw new Refuse('bad_opportunity', 'Expected a customer and a title, got none: fill in the start form.')
  return orRefuse(
    await createOpportunity(change, {
      ...{ title, partyId, contactId, ownerId: change.by, instanceKey: instance },
      currency: currency || companyCurrency,
      ...(type ? { type } : {}),
    }),
  )
}

async function adoptDeal(
  change: Change,
  id: number,
  { instance }: HandlerContext<Input>,
): Promise<Opportunity> {
  const deal = await dealOf(change, id)
  if (deal.instanceKey === instance) return deal
  if (deal.instanceKey !== null)
    throw new Refuse(
      'opportunity_already_running',
      `${deal.number} already has its process: work on that one.`,
      {
        instance: String(deal.instanceKey),
      },
    )
  return orRefuse(await linkInstance(change, { id }, instance))
}
