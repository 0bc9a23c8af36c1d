import type { BatchOperationRow } from '../../engine/ports/rows.ts'
import type { Engine } from '../../engine/runtime/engine.ts'
import type { InstanceFilter } from '../contract/v2/instance-filter.ts'
import { ApiProblem } from '../http/api-problem.ts'
import { instanceSearch } from '../v2/search/instance-filter.ts'
import type { BatchPlan } from './batch-plan.ts'

interface NewBatch {
  readonly filter: InstanceFilter
  readonly plan: BatchPlan
  readonly by: string
  /** Epoch milliseconds; instances that begin later are not among its items. */
  readonly now: number
}

/** Writes the batch down; its items are looked for in the background. */
export async function createBatch(
  engine: Engine,
  { filter, plan, by, now }: NewBatch,
): Promise<BatchOperationRow> {
  if (Object.keys(filter).length === 0) throw everything()
  await instanceSearch(engine, filter) // refuses what can't be asked
  const row: BatchOperationRow = {
    key: await engine.store.reserveKeys(1),
    kind: plan.kind,
    state: 'created',
    filter: JSON.stringify(filter),
    plan: JSON.stringify(plan),
    by,
    createdAt: now,
    endedAt: null,
    lookedTo: 0,
    total: 0,
    completed: 0,
    failed: 0,
    error: '',
  }
  await engine.store.transact([], async (tx) => tx.insert('batchOperations', row))
  return row
}

const everything = () =>
  new ApiProblem(
    400,
    'filter_empty',
    'Expected a filter that names the instances, got an empty one, which means all there are. Filter by a process at least.',
  )
