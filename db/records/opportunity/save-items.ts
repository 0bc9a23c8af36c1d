import { modelsOf } from '../../models/models-of.ts'
import { insertRows } from '../insert-rows.ts'
import type { Change } from '../reading.ts'
import { firstStamps } from '../write-record.ts'
import type { Opportunity, OpportunityItem } from './opportunity.ts'

/** Writes what differs. The deal's own version was raised before, so nobody else is changing its items. */
export async function saveItems(
  change: Change,
  before: Opportunity,
  items: readonly OpportunityItem[],
): Promise<void> {
  const gone = before.items.filter((old) => !items.some(({ id }) => id === old.id))
  if (gone.length > 0) await deleteItems(change, gone)
  for (const item of items.filter((one) => one.id !== 0 && !before.items.includes(one)))
    await updateItem(change, item)
  const added = items.filter(({ id }) => id === 0).map(({ id: _id, version: _version, ...item }) => item)
  const stamps = { opportunityId: before.id, ...firstStamps(change) }
  await insertRows(
    change,
    'opportunity_items',
    added.map((item) => ({ ...item, ...stamps })),
  )
}

async function deleteItems(change: Change, items: readonly OpportunityItem[]): Promise<void> {
  const where = { id: items.map(({ id }) => id) }
  await modelsOf(change.sequelize).opportunityItem.destroy({ where, transaction: change.transaction })
}

async function updateItem(change: Change, { id, version, ...values }: OpportunityItem): Promise<void> {
  const next = { ...values, version: version + 1, updatedBy: change.by, updatedAt: change.now }
  const { opportunityItem } = modelsOf(change.sequelize)
  const [changed] = await opportunityItem.update(next, {
    where: { id, version },
    transaction: change.transaction,
  })
  if (changed !== 1)
    throw new Error(`item ${id} was changed without its deal: all changes go through changeOpportunity`)
}
