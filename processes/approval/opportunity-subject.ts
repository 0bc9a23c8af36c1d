import { approvalInputs } from '../../db/records/opportunity/approval-inputs.ts'
import { submitForApproval } from '../../db/records/opportunity/approve-items.ts'
import type { Opportunity } from '../../db/records/opportunity/opportunity.ts'
import { partyNames } from '../../db/records/party/party.ts'
import type { Change } from '../../db/records/reading.ts'
import { orRefuse } from '../../db/records/record-problem.ts'
import { dealOf, saveRows } from '../opportunity/deal.ts'
import { itemRows, openRows } from '../opportunity/item-rows.ts'
import type { Subject } from './subject.ts'

/** Basis points of one percent. */
const perPercent = 100

/** A deal as something to approve. */
export const opportunitySubject: Subject = {
  async prepare(change, id) {
    const deal = await withoutDrafts(change, id)
    const { subjectHash: _hash, ...inputs } = orRefuse(await approvalInputs(change, id, change.now))
    const names = await partyNames(change, [deal.partyId])
    const summary = {
      number: deal.number,
      title: deal.title,
      partyName: names.get(deal.partyId) ?? '',
      total: deal.total,
      maxDiscount: inputs.maxDiscount / perPercent,
      margin: inputs.margin === null ? null : inputs.margin / perPercent,
    }
    return { ...inputs, summary, lines: openRows(deal), items: openRows(deal) }
  },

  async correct(change, id, items) {
    await saveRows(change, id, itemRows.parse(items))
  },
}

/** Lines that were added since the last round are part of this one. */
async function withoutDrafts(change: Change, id: number): Promise<Opportunity> {
  const deal = await dealOf(change, id)
  if (!deal.items.some(({ status }) => status === 'draft')) return deal
  return orRefuse(await submitForApproval(change, { id }))
}
