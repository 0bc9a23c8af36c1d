import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Change } from '../reading.ts'
import type { Outcome } from '../record-problem.ts'
import { findRow } from '../rows.ts'
import { searchable } from '../search/fold.ts'
import { insertNumbered, notFound, type Target, updateRecord } from '../write-record.ts'

export interface ContactValues {
  readonly name: string
  readonly position: string | null
  readonly email: string | null
  readonly phone: string | null
}

export const contactColumns = ({ name, position, email, phone }: ContactValues) => ({
  name,
  position,
  email,
  phone,
  ...searchable(name, email, phone?.replace(/[\s()-]/g, '')),
})

/** Fails with `record_not_found` when there is no such party. Answers the id. */
export async function createContact(
  change: Change,
  partyId: number,
  contact: ContactValues,
): Promise<Outcome<number>> {
  const models = modelsOf(change.sequelize)
  if (!(await findRow(change, models.party, { where: { id: partyId }, attributes: ['id'] })))
    return notFound('parties', partyId)
  return ok(await insertNumbered(change, models.contact, { partyId, ...contactColumns(contact) }))
}

/** Answers the new version. */
export const changeContact = (
  change: Change,
  target: Target,
  contact: ContactValues,
): Promise<Outcome<number>> =>
  updateRecord(change, modelsOf(change.sequelize).contact, target, contactColumns(contact))
