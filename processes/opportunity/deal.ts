import { casesOf } from '../../db/records/approval/approval-case.ts'
import { closeCase } from '../../db/records/approval/close-case.ts'
import { markLost } from '../../db/records/opportunity/decide-items.ts'
import { getOpportunity, type Opportunity } from '../../db/records/opportunity/opportunity.ts'
import { replaceItems } from '../../db/records/opportunity/replace-items.ts'
import type { Change } from '../../db/records/reading.ts'
import { orRefuse } from '../../db/records/record-problem.ts'
import { Refuse } from '../../engine/index.ts'
import { type ItemRow, isNegotiable, linesOf } from './item-rows.ts'

/** The deal that the process is about, or a refusal. */
export async function dealOf(change: Change, id: number): Promise<Opportunity> {
  const deal = await getOpportunity(change, id)
  if (deal !== null) return deal
  throw new Refuse(
    'record_not_found',
    `There is no opportunity ${id}: it was deleted, or the process was started wrongly.`,
    { id },
  )
}

/** The deal's negotiable items are now the grid's rows. A price in another currency than the deal's is refused. */
export async function saveRows(change: Change, id: number, rows: readonly ItemRow[]): Promise<Opportunity> {
  const deal = await dealOf(change, id)
  const foreign = rows.findIndex(({ price }) => price.currency !== deal.currency)
  if (foreign >= 0)
    throw new Refuse(
      'wrong_currency',
      `Line ${foreign + 1}: expected a price in ${deal.currency}, got one in ${rows[foreign]?.price.currency}.`,
      { line: foreign + 1 },
    )
  return orRefuse(await replaceItems(change, { id }, linesOf(rows, deal)))
}

/** Every item that is still negotiable is lost for this reason. */
export async function loseOpenItems(change: Change, id: number, lostReasonId: number | null): Promise<void> {
  if (lostReasonId === null)
    throw new Refuse('reason_required', 'A deal can’t be given up without a reason: choose one.')
  const { items } = await dealOf(change, id)
  const losses = items.filter(isNegotiable).map((item) => ({ itemId: item.id, lostReasonId }))
  if (losses.length > 0) orRefuse(await markLost(change, { id }, losses))
}

/** Requests for approval that are still open end with the deal: nobody needs to decide on them any more. */
export async function withdrawRequests(change: Change, id: number): Promise<void> {
  for (const request of await casesOf(change, 'opportunity', id))
    if (request.state === 'open') orRefuse(await closeCase(change, request.id, 'withdrawn'))
}
