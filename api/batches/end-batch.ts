import type { BatchOperationRow } from '../../engine/ports/rows.ts'
import type { StoreTransaction } from '../../engine/ports/store.ts'
import type { Engine } from '../../engine/runtime/engine.ts'
import { countItems } from './progress.ts'

/** Items that are marked in one transaction. */
const CHUNK = 500

/** Nothing is left to do: what was done and what failed is settled. */
export const finishBatch = ({ store }: Engine, { key }: BatchOperationRow, now: number): Promise<void> =>
  store.transact([], async (tx) => {
    const batch = await locked(tx, key)
    if (batch?.state !== 'active') return
    const { active, completed, failed } = await countItems(tx, key)
    if (active === 0)
      tx.update('batchOperations', key, { state: 'completed', completed, failed, endedAt: now })
  })

/** What was not begun when the batch was canceled; a chunk at a time. */
export const cancelItems = ({ store }: Engine, { key }: BatchOperationRow, now: number): Promise<void> =>
  store.transact([], async (tx) => {
    const batch = await locked(tx, key)
    if (batch?.state !== 'canceling') return
    const items = await tx.find('batchItems', {
      where: [
        { column: 'batch', is: '=', value: key },
        { column: 'state', is: '=', value: 'active' },
      ],
      limit: CHUNK,
      columns: ['key'],
    })
    for (const item of items) tx.update('batchItems', item.key, { state: 'canceled', processedAt: now })
    if (items.length === CHUNK) return
    const { completed, failed } = await countItems(tx, key)
    tx.update('batchOperations', key, { state: 'canceled', completed, failed })
  })

/** Its items can't be found. */
export const stopBatch = (
  { store }: Engine,
  { key }: BatchOperationRow,
  error: string,
  now: number,
): Promise<void> =>
  store.transact([], async (tx) => {
    if ((await locked(tx, key))?.state === 'created')
      tx.update('batchOperations', key, { state: 'failed', error, endedAt: now })
  })

/** Undefined when another node has it in hand at this moment. */
export async function locked(tx: StoreTransaction, key: number): Promise<BatchOperationRow | undefined> {
  const [batch] = await tx.find('batchOperations', {
    where: [{ column: 'key', is: '=', value: key }],
    lock: 'skip',
  })
  return batch
}
