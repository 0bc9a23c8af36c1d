import type { BatchItemRow, BatchKind, BatchOperationRow } from '../../../engine/ports/rows.ts'
import type { Progress } from '../../batches/progress.ts'
import type {
  BatchItem,
  BatchOperation,
  BatchState,
  BatchType,
  ItemState,
} from '../../contract/v2/batch-operations.ts'
import { keyText, timeText, timeTextOrNone } from '../key.ts'

export const batchTypeOf: Readonly<Record<BatchKind, BatchType>> = {
  cancel: 'CANCEL_PROCESS_INSTANCE',
  migrate: 'MIGRATE_PROCESS_INSTANCE',
  modify: 'MODIFY_PROCESS_INSTANCE',
  resolveIncidents: 'RESOLVE_INCIDENT',
  deleteHistory: 'DELETE_PROCESS_INSTANCE',
}

export const batchStateOf: Readonly<Record<BatchOperationRow['state'], BatchState>> = {
  created: 'CREATED',
  active: 'ACTIVE',
  suspended: 'SUSPENDED',
  canceling: 'CANCELED',
  canceled: 'CANCELED',
  completed: 'COMPLETED',
  failed: 'FAILED',
}

export const itemStateOf: Readonly<Record<BatchItemRow['state'], ItemState>> = {
  active: 'ACTIVE',
  completed: 'COMPLETED',
  failed: 'FAILED',
  canceled: 'CANCELED',
}

/** There are no partitions here; the contract wants one named. */
const ONLY_PARTITION = 1

export const presentBatch = (
  row: BatchOperationRow,
  { completed, failed }: Pick<Progress, 'completed' | 'failed'>,
): BatchOperation => ({
  batchOperationKey: keyText(row.key),
  state: batchStateOf[row.state],
  batchOperationType: batchTypeOf[row.kind],
  startDate: timeText(row.createdAt),
  endDate: timeTextOrNone(row.endedAt),
  operationsTotalCount: row.total,
  operationsFailedCount: failed,
  operationsCompletedCount: completed,
  errors: row.error === '' ? [] : [{ partitionId: ONLY_PARTITION, type: 'QUERY_FAILED', message: row.error }],
})

export const presentBatchItem = (row: BatchItemRow, kind: BatchKind): BatchItem => ({
  operationType: batchTypeOf[kind],
  batchOperationKey: keyText(row.batch),
  itemKey: keyText(row.item),
  processInstanceKey: keyText(row.instance),
  state: itemStateOf[row.state],
  processedDate: timeTextOrNone(row.processedAt),
  errorMessage: row.message === '' ? undefined : row.message,
})
