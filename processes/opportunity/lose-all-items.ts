import { z } from 'zod'
import { recordHandler } from '../record-handler.ts'
import { optionalRecordId, recordId } from '../record-id.ts'
import { loseOpenItems, withdrawRequests } from './deal.ts'

/** The manager closes the deal: what is not ordered is lost, and nobody is asked for approval any more. */
export const loseAllItems = recordHandler({
  input: z.object({ opportunityId: recordId, lostReason: optionalRecordId }),
  output: z.object({}),
  async run(change, { opportunityId, lostReason }) {
    await withdrawRequests(change, opportunityId)
    await loseOpenItems(change, opportunityId, lostReason)
    return {}
  },
})
