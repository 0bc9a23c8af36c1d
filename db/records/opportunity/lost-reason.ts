import { ok } from '../../../engine/result.ts'
import type { LostReasonRow } from '../../models/lost-reason.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Change, Reading } from '../reading.ts'
import type { Outcome } from '../record-problem.ts'
import { findRows } from '../rows.ts'
import { searchable } from '../search/fold.ts'
import { insertNumbered } from '../write-record.ts'

export interface LostReason {
  readonly id: number
  readonly version: number
  readonly names: { readonly en: string; readonly fa: string }
  /** One no longer in use stays on the deals that have it. */
  readonly active: boolean
}

/** All reasons, by English name. */
export async function listLostReasons(reading: Reading): Promise<LostReason[]> {
  const rows = await findRows(reading, modelsOf(reading.sequelize).lostReason, { order: ['nameEn', 'id'] })
  return rows.map(reasonOf)
}

/** Answers the id. */
export async function createLostReason(change: Change, names: LostReason['names']): Promise<Outcome<number>> {
  const values = { nameEn: names.en, nameFa: names.fa, active: 1, ...searchable(names.en, names.fa) }
  return ok(await insertNumbered(change, modelsOf(change.sequelize).lostReason, values))
}

const reasonOf = ({ id, version, nameEn, nameFa, active }: LostReasonRow): LostReason => ({
  id,
  version,
  names: { en: nameEn, fa: nameFa },
  active: active === 1,
})
