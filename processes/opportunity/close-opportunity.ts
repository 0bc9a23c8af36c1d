import { z } from 'zod'
import { closeOpportunity as closeRecord } from '../../db/records/opportunity/decide-items.ts'
import { isOrdered } from '../../db/records/opportunity/item-status.ts'
import { orRefuse } from '../../db/records/record-problem.ts'
import { recordHandler } from '../record-handler.ts'
import { optionalRecordId, recordId } from '../record-id.ts'
import { dealOf } from './deal.ts'

/** Ends the deal with the result that follows from its items (invariant 11). */
export const closeOpportunity = recordHandler({
  input: z.object({ opportunityId: recordId, lostReason: optionalRecordId }),
  output: z.object({ result: z.enum(['open', 'won', 'partly_won', 'lost']) }),
  async run(change, { opportunityId, lostReason }) {
    const { items } = await dealOf(change, opportunityId)
    const reason = items.some(isOrdered) ? null : lostReason
    const { result } = orRefuse(await closeRecord(change, { id: opportunityId }, { lostReasonId: reason }))
    return { result }
  },
})
