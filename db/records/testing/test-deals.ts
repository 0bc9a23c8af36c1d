import { closeCase } from '../approval/close-case.ts'
import { openApprovalCase } from '../approval/open-case.ts'
import { markApproved, markQuoted, submitForApproval } from '../opportunity/approve-items.ts'
import { createOpportunity } from '../opportunity/create-opportunity.ts'
import type { ItemLine } from '../opportunity/item-line.ts'
import type { Opportunity } from '../opportunity/opportunity.ts'
import { replaceItems } from '../opportunity/replace-items.ts'
import type { Change } from '../reading.ts'
import type { Outcome } from '../record-problem.ts'
import type { TestCompany } from './test-company.ts'

export const line = (productId: number, quantity = '2', price = '10.50', discount = 0): ItemLine => ({
  productId,
  quantity,
  price,
  discount,
})

/** Approves what is in approval, by a matrix that asks nobody. */
export async function approveAll(change: Change, id: number): Promise<Outcome<Opportunity>> {
  const policy = { approvers: [], mode: 'serial' } as const
  const opened = await openApprovalCase(change, {
    ...policy,
    subjectKind: 'opportunity',
    subjectId: id,
    requesterId: 'sara',
  })
  if (!opened.ok) return opened
  const closed = await closeCase(change, opened.value.id, 'approved')
  return closed.ok ? markApproved(change, { id }, closed.value.id) : closed
}

/** A deal of Sara's with these lines, in draft. */
export const startDeal = (
  company: TestCompany,
  lines: readonly ItemLine[] = [line(1), line(2)],
): Promise<Opportunity> =>
  company.done('sara', async (change) => {
    const values = { title: 'Pump station', partyId: 3, ownerId: 'sara', currency: 'EUR' }
    const created = await createOpportunity(change, values)
    return created.ok ? replaceItems(change, created.value, lines) : created
  })

/** The same, approved and quoted. */
export async function quotedDeal(company: TestCompany, lines?: readonly ItemLine[]): Promise<Opportunity> {
  const { id } = await startDeal(company, lines)
  await company.done('sara', (change) => submitForApproval(change, { id }))
  await company.done('mina', (change) => approveAll(change, id))
  return company.done('sara', (change) => markQuoted(change, { id }))
}
