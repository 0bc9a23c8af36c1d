import type { BatchKind, BatchOperationRow } from '../../../engine/ports/rows.ts'
import type { Identity } from '../../auth/identity.ts'
import type { BatchPlan } from '../../batches/batch-plan.ts'
import { cancelBatch, resumeBatch, suspendBatch } from '../../batches/change-batch.ts'
import { createBatch } from '../../batches/create-batch.ts'
import { progressOf } from '../../batches/progress.ts'
import type { Permission } from '../../contract/index.ts'
import * as contract from '../../contract/v2/batch-operations.ts'
import type { InstanceFilter } from '../../contract/v2/instance-filter.ts'
import { ApiProblem, notFound } from '../../http/api-problem.ts'
import type { Route } from '../../http/route.ts'
import { requireMay } from '../../policies/require.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { keyOf, keyText } from '../key.ts'
import { batchTypeOf, presentBatch, presentBatchItem } from '../present/batch-operation.ts'
import { searchBatches, searchBatchItems } from '../search/search-batches.ts'
import { serve } from '../serve.ts'

/** Who may begin a batch may also stop it. */
const neededFor: Readonly<Record<BatchKind, Permission>> = {
  cancel: 'instance.cancel',
  migrate: 'instance.repair',
  modify: 'instance.repair',
  resolveIncidents: 'incident.resolve',
  deleteHistory: 'instance.delete',
}

export function batchOperationRoutes(dependencies: V2Dependencies): Route[] {
  const { engine, batches, now } = dependencies

  /** A batch reaches every instance: only who sees all of them begins one. */
  async function begin(person: Identity, filter: InstanceFilter, plan: BatchPlan) {
    requireMay(person, 'instance.read_all')
    const { key, kind } = await createBatch(engine, { filter, plan, by: person.id, now: now() })
    batches.wake()
    return { batchOperationKey: keyText(key), batchOperationType: batchTypeOf[kind] }
  }

  async function batchOf(key: string): Promise<BatchOperationRow> {
    const row = await engine.store.get('batchOperations', keyOf(key))
    if (row === undefined) throw notFound('batch_operation', key)
    return row
  }

  async function change(person: Identity, key: string, how: (key: number) => Promise<void>) {
    const row = await batchOf(key)
    requireMay(person, neededFor[row.kind])
    await how(row.key)
    batches.wake()
    return undefined
  }

  async function target(key: string): Promise<number> {
    const row = await engine.definitions.row(keyOf(key))
    if (row) return row.key
    throw new ApiProblem(400, 'process_not_found', `There is no process definition ${key} to migrate to.`)
  }

  return [
    serve(contract.cancelProcessInstancesBatchOperation, neededFor.cancel, ({ body, person }) =>
      begin(person, body.filter, { kind: 'cancel' }),
    ),
    serve(contract.resolveIncidentsBatchOperation, neededFor.resolveIncidents, ({ body, person }) =>
      begin(person, body.filter, { kind: 'resolveIncidents' }),
    ),
    serve(contract.migrateProcessInstancesBatchOperation, neededFor.migrate, async ({ body, person }) => {
      const { mappingInstructions, targetProcessDefinitionKey } = body.migrationPlan
      const mapping = mappingInstructions.map((one) => [one.sourceElementId, one.targetElementId] as const)
      const definition = await target(targetProcessDefinitionKey)
      return begin(person, body.filter, { kind: 'migrate', definition, mapping })
    }),
    serve(contract.modifyProcessInstancesBatchOperation, neededFor.modify, ({ body, person }) => {
      const moves = body.moveInstructions.map((one) => ({
        from: one.sourceElementId,
        to: one.targetElementId,
      }))
      return begin(person, body.filter, { kind: 'modify', moves })
    }),
    serve(contract.getBatchOperation, 'instance.read_all', async ({ params }) => {
      const row = await batchOf(params.batchOperationKey)
      return presentBatch(row, await progressOf(engine.store, row))
    }),
    serve(contract.searchBatchOperations, 'instance.read_all', async ({ body }) => {
      const { items, page } = await searchBatches(engine.store, body)
      const shown = items.map(async (row) => presentBatch(row, await progressOf(engine.store, row)))
      return { items: await Promise.all(shown), page }
    }),
    serve(contract.cancelBatchOperation, 'instance.read_all', ({ params, person }) =>
      change(person, params.batchOperationKey, (key) => cancelBatch(engine, key, now())),
    ),
    serve(contract.suspendBatchOperation, 'instance.read_all', ({ params, person }) =>
      change(person, params.batchOperationKey, (key) => suspendBatch(engine, key)),
    ),
    serve(contract.resumeBatchOperation, 'instance.read_all', ({ params, person }) =>
      change(person, params.batchOperationKey, (key) => resumeBatch(engine, key)),
    ),
    serve(contract.searchBatchOperationItems, 'instance.read_all', async ({ body }) => {
      const { items, page } = await searchBatchItems(engine.store, body)
      const keys = [...new Set(items.map(({ batch }) => batch))]
      const found = await Promise.all(keys.map((key) => engine.store.get('batchOperations', key)))
      const kindOf = new Map(found.map((row) => [row!.key, row!.kind])) // items do not outlive their batch
      return { items: items.map((row) => presentBatchItem(row, kindOf.get(row.batch)!)), page }
    }),
  ]
}
