import { z } from 'zod'
import { markCancelled } from '../../db/records/opportunity/decide-items.ts'
import { orRefuse } from '../../db/records/record-problem.ts'
import { recordHandler } from '../record-handler.ts'
import { recordId } from '../record-id.ts'
import { withdrawRequests } from './deal.ts'

/** The customer has cancelled: every item that is not delivered is cancelled, and no approval is asked for any more. */
export const cancelItems = recordHandler({
  input: z.object({ opportunityId: recordId }),
  output: z.object({}),
  async run(change, { opportunityId }) {
    await withdrawRequests(change, opportunityId)
    orRefuse(await markCancelled(change, { id: opportunityId }))
    return {}
  },
})
