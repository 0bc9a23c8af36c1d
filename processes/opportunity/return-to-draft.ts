import { z } from 'zod'
import { moveItems } from '../../db/records/opportunity/move-items.ts'
import { orRefuse } from '../../db/records/record-problem.ts'
import { ok } from '../../engine/index.ts'
import { recordHandler } from '../record-handler.ts'
import { recordId } from '../record-id.ts'
import { isNegotiable, openRows, shownRow } from './item-rows.ts'

/** Undecided items are negotiated again: they are drafts, whether approval was refused or the customer wants other terms. */
export const returnToDraft = recordHandler({
  input: z.object({ opportunityId: recordId }),
  output: z.object({ items: z.array(shownRow), owner: z.string(), unit: z.string() }),
  async run(change, { opportunityId }) {
    const deal = orRefuse(
      await moveItems(change, { id: opportunityId }, 'return-to-draft', ({ items }) =>
        ok(
          items
            .filter((item) => isNegotiable(item) && item.status !== 'draft')
            .map(({ id }) => ({ itemId: id, to: 'draft' })),
        ),
      ),
    )
    return { items: openRows(deal), owner: deal.ownerId, unit: deal.unitId }
  },
})
