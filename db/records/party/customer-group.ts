import { ok } from '../../../engine/result.ts'
import type { CustomerGroupRow } from '../../models/customer-group.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { findRow, findRows } from '../rows.ts'
import { searchable } from '../search/fold.ts'
import { insertNumbered, notFound, type Target, updateRecord } from '../write-record.ts'

export type CustomerGroup = Pick<CustomerGroupRow, 'id' | 'version' | 'parentId' | 'nameEn' | 'nameFa'>

export const customerGroupColumns = (names: { readonly en: string; readonly fa: string }) => ({
  nameEn: names.en,
  nameFa: names.fa,
  ...searchable(names.en, names.fa),
})

/** A group at the top, or below `parentId`. Answers the id. */
export async function createCustomerGroup(
  change: Change,
  names: { readonly en: string; readonly fa: string },
  parentId: number | null = null,
): Promise<Outcome<number>> {
  const { customerGroup } = modelsOf(change.sequelize)
  if (parentId !== null && !(await findRow(change, customerGroup, { where: { id: parentId } })))
    return notFound('customer_groups', parentId)
  return ok(await insertNumbered(change, customerGroup, { parentId, ...customerGroupColumns(names) }))
}

/** Fails with `cycle` when the group would be above itself (invariant 17). */
export async function moveCustomerGroup(
  change: Change,
  target: Target,
  parentId: number | null,
): Promise<Outcome<number>> {
  const { customerGroup } = modelsOf(change.sequelize)
  const groups = await findRows(change, customerGroup, { lock: true })
  for (let above = parentId; above !== null; above = groups.find(({ id }) => id === above)?.parentId ?? null)
    if (above === target.id)
      return problem('cycle', `Group ${target.id} can't be below ${parentId}, which is below it.`, {
        id: target.id,
      })
  return updateRecord(change, customerGroup, target, { parentId }, { action: 'move' })
}
