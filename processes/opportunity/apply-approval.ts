import { z } from 'zod'
import { markApproved } from '../../db/records/opportunity/approve-items.ts'
import { orRefuse } from '../../db/records/record-problem.ts'
import { recordHandler } from '../record-handler.ts'
import { recordId } from '../record-id.ts'
import { openRows, shownRow } from './item-rows.ts'

/** Items in approval are approved, if the case approved exactly what is there now (invariant 14). */
export const applyApproval = recordHandler({
  input: z.object({ opportunityId: recordId, caseId: recordId }),
  output: z.object({ items: z.array(shownRow), owner: z.string(), unit: z.string() }),
  async run(change, { opportunityId, caseId }) {
    const deal = orRefuse(await markApproved(change, { id: opportunityId }, caseId))
    return { items: openRows(deal), owner: deal.ownerId, unit: deal.unitId }
  },
})
