import { z } from 'zod'
import { enumFilter, filterOf, KeyFilter, StringFilter } from './filter.ts'
import { InstanceFilter } from './instance-filter.ts'
import { Name, V2Key } from './key.ts'
import { MappingInstructions } from './modify-instances.ts'
import { operation } from './operation.ts'
import { searchAnswer, searchBody } from './search.ts'

/** Those of the contract that this platform does. */
export const batchTypes = [
  'CANCEL_PROCESS_INSTANCE',
  'RESOLVE_INCIDENT',
  'MIGRATE_PROCESS_INSTANCE',
  'MODIFY_PROCESS_INSTANCE',
  'DELETE_PROCESS_INSTANCE',
] as const
export type BatchType = (typeof batchTypes)[number]

export const batchStates = [
  'CREATED',
  'ACTIVE',
  'SUSPENDED',
  'CANCELED',
  'COMPLETED',
  'PARTIALLY_COMPLETED',
  'FAILED',
] as const
export type BatchState = (typeof batchStates)[number]

export const itemStates = ['ACTIVE', 'COMPLETED', 'CANCELED', 'FAILED'] as const
export type ItemState = (typeof itemStates)[number]

export const CreatedBatch = z
  .object({ batchOperationKey: V2Key, batchOperationType: z.enum(batchTypes) })
  .meta({ id: 'V2CreatedBatch' })

export const BatchOperation = z
  .object({
    batchOperationKey: V2Key,
    state: z.enum(batchStates),
    batchOperationType: z.enum(batchTypes),
    startDate: z.iso.datetime(),
    endDate: z.iso.datetime().optional(),
    operationsTotalCount: z.number().int(),
    operationsFailedCount: z.number().int(),
    operationsCompletedCount: z.number().int(),
    errors: z.array(z.object({ partitionId: z.number().int(), type: z.string(), message: z.string() })),
  })
  .meta({ id: 'V2BatchOperation' })
export type BatchOperation = z.infer<typeof BatchOperation>

export const BatchItem = z
  .object({
    operationType: z.enum(batchTypes),
    batchOperationKey: V2Key,
    itemKey: V2Key,
    processInstanceKey: V2Key,
    state: z.enum(itemStates),
    processedDate: z.iso.datetime().optional(),
    errorMessage: z.string().optional(),
  })
  .meta({ id: 'V2BatchItem' })
export type BatchItem = z.infer<typeof BatchItem>

export const BatchFilter = filterOf({
  batchOperationKey: StringFilter,
  operationType: enumFilter(batchTypes),
  state: enumFilter(batchStates),
})
export type BatchFilter = z.infer<typeof BatchFilter>

export const batchSortFields = [
  'batchOperationKey',
  'operationType',
  'state',
  'startDate',
  'endDate',
] as const

export const BatchItemFilter = filterOf({
  batchOperationKey: StringFilter,
  itemKey: StringFilter,
  processInstanceKey: KeyFilter,
  state: enumFilter(itemStates),
})
export type BatchItemFilter = z.infer<typeof BatchItemFilter>

export const batchItemSortFields = ['batchOperationKey', 'itemKey', 'processInstanceKey', 'state'] as const

const MigrationPlan = z.object({
  mappingInstructions: MappingInstructions,
  targetProcessDefinitionKey: V2Key,
})
const Move = z.object({ sourceElementId: Name, targetElementId: Name })

const tag = 'Batch operation'
const params = z.object({ batchOperationKey: V2Key })
const path = '/batch-operations/{batchOperationKey}'

export const cancelProcessInstancesBatchOperation = operation({
  id: 'cancelProcessInstancesBatchOperation',
  method: 'post',
  path: '/process-instances/cancellation',
  tag,
  summary: 'Cancel all process instances that a filter finds',
  body: z.object({ filter: InstanceFilter }),
  answer: CreatedBatch,
})

export const resolveIncidentsBatchOperation = operation({
  id: 'resolveIncidentsBatchOperation',
  method: 'post',
  path: '/process-instances/incident-resolution',
  tag,
  summary: 'Try again all incidents of the process instances that a filter finds',
  body: z.object({ filter: InstanceFilter }),
  answer: CreatedBatch,
})

export const migrateProcessInstancesBatchOperation = operation({
  id: 'migrateProcessInstancesBatchOperation',
  method: 'post',
  path: '/process-instances/migration',
  tag,
  summary: 'Migrate all process instances that a filter finds to another version',
  body: z.object({ filter: InstanceFilter, migrationPlan: MigrationPlan }),
  answer: CreatedBatch,
})

export const modifyProcessInstancesBatchOperation = operation({
  id: 'modifyProcessInstancesBatchOperation',
  method: 'post',
  path: '/process-instances/modification',
  tag,
  summary: 'Move tokens in all process instances that a filter finds',
  body: z.object({ filter: InstanceFilter, moveInstructions: z.array(Move).min(1).max(100) }),
  answer: CreatedBatch,
})

export const getBatchOperation = operation({
  id: 'getBatchOperation',
  method: 'get',
  path,
  tag,
  summary: 'Get a batch operation with its progress',
  params,
  answer: BatchOperation,
})

export const searchBatchOperations = operation({
  id: 'searchBatchOperations',
  method: 'post',
  path: '/batch-operations/search',
  tag,
  summary: 'Search batch operations',
  body: searchBody(batchSortFields, BatchFilter),
  answer: searchAnswer(BatchOperation),
})

const changing = (id: string, what: string, summary: string) =>
  operation({ id, method: 'post', path: `${path}/${what}`, tag, summary, params, answer: null })

export const cancelBatchOperation = changing(
  'cancelBatchOperation',
  'cancellation',
  'Cancel a batch operation; what it has done stays done',
)
export const suspendBatchOperation = changing(
  'suspendBatchOperation',
  'suspension',
  'Suspend a batch operation',
)
export const resumeBatchOperation = changing('resumeBatchOperation', 'resumption', 'Resume a batch operation')

export const searchBatchOperationItems = operation({
  id: 'searchBatchOperationItems',
  method: 'post',
  path: '/batch-operation-items/search',
  tag,
  summary: 'Search what batch operations do, item by item',
  body: searchBody(batchItemSortFields, BatchItemFilter),
  answer: searchAnswer(BatchItem),
})
