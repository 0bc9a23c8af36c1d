import type { Key } from '../../engine/index.ts'
import type { BatchItemRow, BatchOperationRow } from '../../engine/ports/rows.ts'
import type { StoreTransaction } from '../../engine/ports/store.ts'
import { fail, ok, type Result } from '../../engine/result.ts'
import type { CommandOptions, Engine, Refusal } from '../../engine/runtime/engine.ts'
import { type BatchPlan, commandOf, planOf } from './batch-plan.ts'

/**
 * Does what the batch asks to one instance and marks the item, both or neither: it is done once, whichever node is
 * faster and whatever is killed. A refusal fails the item alone.
 */
export async function workItem(
  engine: Engine,
  batch: BatchOperationRow,
  item: BatchItemRow,
  now: number,
): Promise<void> {
  const options: CommandOptions = {
    by: batch.by,
    before: (tx) => claim(tx, item),
    after: async (tx) => settle(tx, item.key, 'completed', '', now),
  }
  const done = await carryOut(engine, planOf(batch), item, options)
  if (!done.ok && done.error.code !== 'batch_item_taken')
    await failItem(engine, item, done.error.message, now)
}

/** The item fails for good, unless somebody has settled it meanwhile. */
export const failItem = (engine: Engine, item: BatchItemRow, message: string, now: number): Promise<void> =>
  engine.store.transact([], async (tx) => {
    const mine = await claim(tx, item)
    if (mine.ok) settle(tx, item.key, 'failed', message, now)
  })

async function carryOut(
  engine: Engine,
  plan: BatchPlan,
  item: BatchItemRow,
  options: CommandOptions,
): Promise<Result<unknown, Refusal>> {
  if (plan.kind === 'deleteHistory') return engine.deleteInstance(item.instance, options)
  const incident =
    plan.kind === 'resolveIncidents' ? await engine.store.get('incidents', item.item) : undefined
  if (incident && incident.job !== 0) {
    const { elementInstance: key, job } = incident
    const given = await giveRetries(engine, item.instance, key, job, options.by)
    if (!given.ok) return given
  }
  return engine.execute(item.instance, commandOf(plan, item, incident?.elementInstance ?? 0), options)
}

/** A job that has none left gets one more try. */
async function giveRetries(
  engine: Engine,
  instance: Key,
  key: Key,
  job: Key,
  by: string,
): Promise<Result<unknown, Refusal>> {
  const row = await engine.store.get('jobs', job)
  if (!row || row.retries > 0) return ok(undefined)
  return engine.execute(instance, { type: 'updateJobRetries', key, job, retries: 1 }, { by })
}

/** Locks the item for this transaction, if it is still to be done and the batch goes on. */
async function claim(
  tx: StoreTransaction,
  { key, batch }: BatchItemRow,
): Promise<Result<Record<string, never>, Refusal>> {
  const [mine] = await tx.find('batchItems', {
    where: [
      { column: 'key', is: '=', value: key },
      { column: 'state', is: '=', value: 'active' },
    ],
    lock: 'skip',
  })
  if (mine && (await tx.get('batchOperations', batch))?.state === 'active') return ok({})
  return fail({
    code: 'batch_item_taken',
    message: `item ${key} was done by another node, or its batch rests`,
  })
}

function settle(
  tx: StoreTransaction,
  key: Key,
  state: 'completed' | 'failed',
  message: string,
  processedAt: number,
): void {
  tx.update('batchItems', key, { state, message, processedAt })
}
