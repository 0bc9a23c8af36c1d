import { z } from 'zod'
import { submitForApproval } from '../../db/records/opportunity/approve-items.ts'
import { orRefuse } from '../../db/records/record-problem.ts'
import { recordHandler } from '../record-handler.ts'
import { optionalRecordId, recordId } from '../record-id.ts'
import { dealOf, loseOpenItems, saveRows } from './deal.ts'
import { itemRows, openRows, shownRow } from './item-rows.ts'

/** The negotiated items are the deal's; they go into approval, or are lost for the reason given. */
export const saveItems = recordHandler({
  input: z.object({
    opportunityId: recordId,
    items: itemRows,
    itemsOutcome: z.enum(['submit', 'lose']),
    lostReason: optionalRecordId,
  }),
  output: z.object({
    items: z.array(shownRow),
    /** Whoever asks for the approval, and so can't give it. */
    requester: z.string(),
    unit: z.string(),
  }),
  async run(change, { opportunityId, items, itemsOutcome, lostReason }) {
    await saveRows(change, opportunityId, items)
    if (itemsOutcome === 'lose') await loseOpenItems(change, opportunityId, lostReason)
    else orRefuse(await submitForApproval(change, { id: opportunityId }))
    const deal = await dealOf(change, opportunityId)
    return { items: openRows(deal), requester: change.by, unit: deal.unitId }
  },
})
