import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import { getUser } from '../people/user.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { findRow } from '../rows.ts'
import { notFound } from '../write-record.ts'
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

/** Gives the deal to someone else, in their first unit. Fails with `owner_without_unit` or `record_not_found`. */
export async function assignOwner(
  change: Change,
  target: OpportunityTarget,
  ownerId: string,
): Promise<Outcome<Opportunity>> {
  const owner = await getUser(change, ownerId)
  if (owner === null) return notFound('users', ownerId)
  const [unitId] = owner.units
  if (unitId === undefined)
    return problem('owner_without_unit', `"${ownerId}" belongs to no unit.`, { ownerId })
  return changeOpportunity(change, target, () => ok({ action: 'assign', head: { ownerId, unitId } }))
}

/** The process instance that works on the deal from now on. */
export const linkInstance = (
  change: Change,
  target: OpportunityTarget,
  instanceKey: number,
): Promise<Outcome<Opportunity>> =>
  changeOpportunity(change, target, () => ok({ action: 'link-instance', head: { instanceKey } }))
