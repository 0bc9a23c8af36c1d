import { z } from 'zod'
import { markQuoted } from '../../db/records/opportunity/approve-items.ts'
import { markLost, markOrdered } from '../../db/records/opportunity/decide-items.ts'
import { resultOf } from '../../db/records/opportunity/stage-of.ts'
import type { Change } from '../../db/records/reading.ts'
import { orRefuse } from '../../db/records/record-problem.ts'
import { Refuse } from '../../engine/index.ts'
import { recordHandler } from '../record-handler.ts'
import { optionalRecordId, recordId } from '../record-id.ts'
import { dealOf } from './deal.ts'
import { openRows, shownRow } from './item-rows.ts'

const decision = z.object({
  id: recordId,
  decision: z.enum(['open', 'ordered', 'lost']),
  lostReason: optionalRecordId,
})
type Decision = z.output<typeof decision>

/** What the customer said of each item: ordered, lost for a reason, or still open and thus quoted. */
export const recordDecision = recordHandler({
  input: z.object({ opportunityId: recordId, decisions: z.array(decision) }),
  output: z.object({
    items: z.array(shownRow),
    allDecided: z.boolean(),
    owner: z.string(),
    unit: z.string(),
  }),
  async run(change, { opportunityId, decisions }) {
    await quote(change, opportunityId)
    await order(change, opportunityId, decisions)
    await lose(change, opportunityId, decisions)
    const deal = await dealOf(change, opportunityId)
    const allDecided = resultOf(deal.items) !== 'open'
    return { items: openRows(deal), allDecided, owner: deal.ownerId, unit: deal.unitId }
  },
})

async function quote(change: Change, id: number): Promise<void> {
  const { items } = await dealOf(change, id)
  if (items.some(({ status }) => status === 'approved' || status === 'answered'))
    orRefuse(await markQuoted(change, { id }))
}

async function order(change: Change, id: number, decisions: readonly Decision[]): Promise<void> {
  const ordered = decisions.filter((one) => one.decision === 'ordered').map((one) => one.id)
  if (ordered.length > 0) orRefuse(await markOrdered(change, { id }, ordered))
}

async function lose(change: Change, id: number, decisions: readonly Decision[]): Promise<void> {
  const losses = decisions.filter((one) => one.decision === 'lost').map(lossOf)
  if (losses.length > 0) orRefuse(await markLost(change, { id }, losses))
}

function lossOf({ id, lostReason }: Decision): { itemId: number; lostReasonId: number } {
  if (lostReason !== null) return { itemId: id, lostReasonId: lostReason }
  throw new Refuse('reason_required', `Item ${id} can’t be lost without a reason: choose one.`, { item: id })
}
