import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import { inCurrency } from '../money/amount.ts'
import { isCurrencyCode } from '../money/currency-digits.ts'
import { nextNumber } from '../next-number.ts'
import { getUser } from '../people/user.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { findRow } from '../rows.ts'
import { searchable } from '../search/fold.ts'
import { insertNumbered, notFound } from '../write-record.ts'
import { getOpportunity, type Opportunity } from './opportunity.ts'

export interface NewOpportunity {
  readonly title: string
  readonly partyId: number
  readonly contactId?: number | null
  /** Kind of deal: `goods`, `project`, `service`; the company's own words. */
  readonly type?: string
  readonly ownerId: string
  /** The unit whose deal it is; the owner's first when left out. */
  readonly unitId?: string
  /** ISO 4217. */
  readonly currency: string
  readonly instanceKey?: number | null
}

/** A deal without items yet. Whether `by` may see the party is checked before. */
export async function createOpportunity(
  change: Change,
  wanted: NewOpportunity,
): Promise<Outcome<Opportunity>> {
  const unit = await checkedUnit(change, wanted)
  if (!unit.ok) return unit
  const { title, partyId, contactId = null, type = 'goods', ownerId, currency, instanceKey = null } = wanted
  const number = `OP-${String(await nextNumber(change, 'opportunity')).padStart(5, '0')}`
  const beginning = {
    stage: 'draft',
    stageSince: change.now,
    result: 'open',
    lostReasonId: null,
    closedAt: null,
  }
  const id = await insertNumbered(change, modelsOf(change.sequelize).opportunity, {
    ...{ number, title, partyId, contactId, type, ownerId, unitId: unit.value, currency, instanceKey },
    ...{ ...beginning, total: inCurrency('0', currency), totalMinor: 0 },
    ...searchable(title, number),
  })
  const created = await getOpportunity(change, id)
  return created === null ? notFound('opportunities', id) : ok(created)
}

/** The deal's unit, once everything that the deal names is there and fits together. */
async function checkedUnit(change: Change, wanted: NewOpportunity): Promise<Outcome<string>> {
  const { partyId, contactId, ownerId, currency } = wanted
  const models = modelsOf(change.sequelize)
  if (!isCurrencyCode(currency))
    return problem('bad_currency', `Expected an ISO 4217 code such as EUR, got "${currency}".`)
  if (!(await findRow(change, models.party, { where: { id: partyId }, attributes: ['id'] })))
    return notFound('parties', partyId)
  if (
    contactId &&
    !(await findRow(change, models.contact, { where: { id: contactId, partyId }, attributes: ['id'] }))
  )
    return problem('contact_of_other_party', `Contact ${contactId} is not one of party ${partyId}.`, {
      contactId,
      partyId,
    })
  const owner = await getUser(change, ownerId)
  if (owner === null) return notFound('users', ownerId)
  const unitId = wanted.unitId ?? owner.units[0]
  return unitId === undefined
    ? problem('owner_without_unit', `"${ownerId}" belongs to no unit: name the deal's unit.`, { ownerId })
    : ok(unitId)
}
