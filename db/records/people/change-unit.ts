import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { searchable } from '../search/fold.ts'
import { insertNamed, notFound, type Target, updateRecord } from '../write-record.ts'
import { listUnits, unitsAbove } from './unit.ts'
import { getUser } from './user.ts'
import { isUnitId } from './user-id.ts'

export interface NewUnit {
  readonly id: string
  readonly names: { readonly en: string; readonly fa: string }
  readonly parentId?: string | null
}

/** Fails with `bad_unit_id`, `unit_exists` or `unit_not_found` (the parent). The manager is set later. */
export async function createUnit(
  change: Change,
  { id, names, parentId = null }: NewUnit,
): Promise<Outcome<string>> {
  if (!isUnitId(id))
    return problem('bad_unit_id', `Expected a–z, 0–9 and "-", starting with a letter, got "${id}".`)
  const units = await listUnits(change)
  if (units.some((unit) => unit.id === id))
    return problem('unit_exists', `There is already a unit "${id}".`, { id })
  if (parentId !== null && !units.some((unit) => unit.id === parentId))
    return problem('unit_not_found', `There is no unit "${parentId}".`, { unit: parentId })
  const values = { parentId, nameEn: names.en, nameFa: names.fa, managerId: null }
  await insertNamed(change, modelsOf(change.sequelize).unit, id, {
    ...values,
    ...searchable(names.en, names.fa, id),
  })
  return ok(id)
}

/** Puts a unit under another one (null: at the top). Fails with `cycle` when it would be above itself (invariant 17). */
export async function moveUnit(
  change: Change,
  target: Target<string>,
  parentId: string | null,
): Promise<Outcome<number>> {
  // The whole tree is locked: two moves at the same time could close a ring that neither sees.
  await modelsOf(change.sequelize).unit.findAll({
    attributes: ['id'],
    raw: true,
    lock: true,
    transaction: change.transaction,
  })
  const units = await listUnits(change)
  if (parentId !== null && !units.some((unit) => unit.id === parentId)) return notFound('units', parentId)
  if (parentId !== null && unitsAbove(units, parentId).some((unit) => unit.id === target.id))
    return problem('cycle', `"${target.id}" can't be below "${parentId}", which is below it.`, {
      id: target.id,
      parentId,
    })
  return updateRecord(change, modelsOf(change.sequelize).unit, target, { parentId }, { action: 'move' })
}

/** Fails with `record_not_found` when there is no such user. */
export async function appointManager(
  change: Change,
  target: Target<string>,
  managerId: string | null,
): Promise<Outcome<number>> {
  if (managerId !== null && (await getUser(change, managerId)) === null) return notFound('users', managerId)
  return updateRecord(
    change,
    modelsOf(change.sequelize).unit,
    target,
    { managerId },
    { action: 'appoint-manager' },
  )
}
