import type { BatchItemRow, BatchOperationRow } from '../../../engine/ports/rows.ts'
import type { RowReader } from '../../../engine/ports/store.ts'
import type {
  BatchFilter,
  BatchItemFilter,
  batchItemSortFields,
  batchSortFields,
} from '../../contract/v2/batch-operations.ts'
import type { PageRequest, SortRequest } from '../../contract/v2/search.ts'
import { keyOf } from '../key.ts'
import { batchStateOf, batchTypeOf, itemStateOf } from '../present/batch-operation.ts'
import { conditionsOn, enumConditions } from './conditions.ts'
import { type Found, searchTable } from './search-table.ts'
import { orderBy, type SortColumns } from './sort.ts'

interface Asked<Filter, Field extends string> {
  readonly filter?: Filter | undefined
  readonly sort: readonly SortRequest<Field>[]
  readonly page?: PageRequest | undefined
}

type BatchField = (typeof batchSortFields)[number]
type ItemField = (typeof batchItemSortFields)[number]

const batchColumns: SortColumns<BatchOperationRow, BatchField> = {
  batchOperationKey: 'key',
  operationType: 'kind',
  state: 'state',
  startDate: 'createdAt',
  endDate: 'endedAt',
}

const itemColumns: SortColumns<BatchItemRow, ItemField> = {
  batchOperationKey: 'batch',
  itemKey: 'item',
  processInstanceKey: 'instance',
  state: 'state',
}

const asKey = { encode: keyOf }

export function searchBatches(
  rows: RowReader,
  { filter = {}, sort, page }: Asked<BatchFilter, BatchField>,
): Promise<Found<BatchOperationRow>> {
  const where = [
    ...conditionsOn<BatchOperationRow>('key', filter.batchOperationKey, asKey),
    ...enumConditions<BatchOperationRow, string>('kind', filter.operationType, byName(batchTypeOf)),
    ...enumConditions<BatchOperationRow, string>('state', filter.state, byName(batchStateOf)),
  ]
  return searchTable(rows, 'batchOperations', { where, orderBy: orderBy(sort, batchColumns), page })
}

export function searchBatchItems(
  rows: RowReader,
  { filter = {}, sort, page }: Asked<BatchItemFilter, ItemField>,
): Promise<Found<BatchItemRow>> {
  const where = [
    ...conditionsOn<BatchItemRow>('batch', filter.batchOperationKey, asKey),
    ...conditionsOn<BatchItemRow>('item', filter.itemKey, asKey),
    ...conditionsOn<BatchItemRow>('instance', filter.processInstanceKey, asKey),
    ...enumConditions<BatchItemRow, string>('state', filter.state, byName(itemStateOf)),
  ]
  return searchTable(rows, 'batchItems', { where, orderBy: orderBy(sort, itemColumns), page })
}

/** The contract's names, each with the words of the column that it stands for. */
function byName(nameOf: Readonly<Record<string, string>>): Record<string, string[]> {
  const words: Record<string, string[]> = Object.create(null) as Record<string, string[]> // names are keys
  for (const [word, name] of Object.entries(nameOf)) words[name] = [...(words[name] ?? []), word]
  return words
}
