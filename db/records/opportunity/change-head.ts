import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { findRow } from '../rows.ts'
import { changeOpportunity, type OpportunityTarget } from './change-opportunity.ts'
import type { Opportunity } from './opportunity.ts'

/** Fails with `contact_of_other_party`. */
export async function changeTitleAndContact(
  change: Change,
  target: OpportunityTarget,
  head: { readonly title?: string; readonly contactId?: number | null },
): Promise<Outcome<Opportunity>> {
  const { contact } = modelsOf(change.sequelize)
  const chosen = head.contactId ? await findRow(change, contact, { where: { id: head.contactId } }) : null
  return changeOpportunity(change, target, ({ partyId }) =>
    head.contactId && chosen?.partyId !== partyId
      ? problem('contact_of_other_party', `Contact ${head.contactId} is not one of party ${partyId}.`)
      : ok({ action: 'update', head }),
  )
}

/** The process instance that works on the deal from now on. */
export const linkInstance = (
  change: Change,
  target: OpportunityTarget,
  instanceKey: number,
): Promise<Outcome<Opportunity>> =>
  changeOpportunity(change, target, () => ok({ action: 'link-instance', head: { instanceKey } }))
