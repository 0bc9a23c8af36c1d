import { modelsOf } from '../../models/models-of.ts'
import type { OpportunityRow } from '../../models/opportunity.ts'
import type { OpportunityItemRow } from '../../models/opportunity-item.ts'
import type { Reading } from '../reading.ts'
import { findRow, findRows } from '../rows.ts'
import { type ItemStatus, isItemStatus } from './item-status.ts'
import type { OpportunityResult } from './stage-of.ts'

/** A line of a deal. Money is decimal text in the deal's currency, `discount` is in basis points. */
export type OpportunityItem = Pick<
  OpportunityItemRow,
  | 'id'
  | 'version'
  | 'position'
  | 'productId'
  | 'description'
  | 'quantity'
  | 'unit'
  | 'price'
  | 'discount'
  | 'amount'
  | 'promisedAt'
  | 'orderedAt'
  | 'lostReasonId'
> & { readonly status: ItemStatus }

/** A deal without its lines, as lists show it. */
export type OpportunityHead = Omit<OpportunityRow, 'search' | 'sortKey' | 'stage' | 'result'> & {
  readonly stage: ItemStatus
  readonly result: OpportunityResult
}

/** A deal with its lines by position. */
export type Opportunity = OpportunityHead & { readonly items: readonly OpportunityItem[] }

/**
 * The deal, or null. Asks for no viewer: handlers act for the company. What a person asks for goes through
 * `getVisibleOpportunity`. With `lock` it stays as it is until the end of the transaction.
 */
export async function getOpportunity(
  reading: Reading,
  id: number,
  { lock = false } = {},
): Promise<Opportunity | null> {
  const models = modelsOf(reading.sequelize)
  const row = await findRow(reading, models.opportunity, { where: { id }, ...(lock ? { lock: true } : {}) })
  if (row === null) return null
  const items = await findRows(reading, models.opportunityItem, {
    where: { opportunityId: id },
    order: ['position', 'id'],
  })
  return { ...headOf(row), items: items.map(itemOf) }
}

/** The deal that this process instance works on, or null. */
export async function opportunityOfInstance(
  reading: Reading,
  instanceKey: number,
): Promise<OpportunityHead | null> {
  const row = await findRow(reading, modelsOf(reading.sequelize).opportunity, { where: { instanceKey } })
  return row && headOf(row)
}

export function headOf({
  search: _search,
  sortKey: _sortKey,
  stage,
  result,
  ...row
}: OpportunityRow): OpportunityHead {
  return { ...row, stage: statusIn(stage), result: resultIn(result) }
}

function itemOf(row: OpportunityItemRow): OpportunityItem {
  const { id, version, position, productId, description, quantity, unit, price, discount, amount } = row
  const { promisedAt, orderedAt, lostReasonId } = row
  const line = { id, version, position, productId, description, quantity, unit, price, discount, amount }
  return { ...line, promisedAt, orderedAt, lostReasonId, status: statusIn(row.status) }
}

function statusIn(text: string): ItemStatus {
  if (isItemStatus(text)) return text
  throw new Error(`the database holds an unknown item status "${text}"`)
}

function resultIn(text: string): OpportunityResult {
  if (text === 'open' || text === 'won' || text === 'partly_won' || text === 'lost') return text
  throw new Error(`the database holds an unknown result "${text}"`)
}
