import { z } from 'zod'
import { recordHandler } from '../record-handler.ts'
import { recordId } from '../record-id.ts'
import { dealOf } from './deal.ts'

const day = 24 * 60 * 60 * 1000

/** Whether nobody has changed the deal for that many days, and no manager has been asked to help already. */
export const checkStalled = recordHandler({
  input: z.object({ opportunityId: recordId, stalledDays: z.number(), assisting: z.boolean().nullish() }),
  output: z.object({ stalled: z.boolean(), assisting: z.boolean() }),
  async run(change, { opportunityId, stalledDays, assisting }) {
    const { updatedAt } = await dealOf(change, opportunityId)
    const stalled = assisting !== true && change.now - updatedAt >= stalledDays * day
    return { stalled, assisting: assisting === true || stalled }
  },
})
