import type { Key } from '../../engine/index.ts'
import type { BatchOperationRow } from '../../engine/ports/rows.ts'
import type { Engine } from '../../engine/runtime/engine.ts'
import { ApiProblem } from '../http/api-problem.ts'
import { locked } from './end-batch.ts'
import { LOOKED_AT_ALL } from './find-items.ts'

type State = BatchOperationRow['state']
type Changes = Partial<BatchOperationRow>

/** Items in hand at this moment are still done; no other is begun. */
export const suspendBatch = (engine: Engine, key: Key): Promise<void> =>
  change(engine, key, ['created', 'active'], () => ({ state: 'suspended' }))

export const resumeBatch = (engine: Engine, key: Key): Promise<void> =>
  change(engine, key, ['suspended'], ({ lookedTo }) => ({
    state: lookedTo === LOOKED_AT_ALL ? 'active' : 'created',
  }))

/** What was done stays done. */
export const cancelBatch = (engine: Engine, key: Key, now: number): Promise<void> =>
  change(engine, key, ['created', 'active', 'suspended'], () => ({ state: 'canceling', endedAt: now }))

/** A node may have the batch in hand for a moment. */
const ATTEMPTS = 100
const PAUSE_MS = 20

async function change(
  { store }: Engine,
  key: Key,
  from: readonly State[],
  to: (batch: BatchOperationRow) => Changes,
): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const state = await store.transact([], async (tx) => {
      const batch = await locked(tx, key)
      if (batch && from.includes(batch.state)) tx.update('batchOperations', key, to(batch))
      return batch?.state
    })
    if (state !== undefined && from.includes(state)) return
    if (state !== undefined) throw wrongState(key, state, from)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  throw new ApiProblem(503, 'batch_busy', `Batch operation ${key} is being worked just now. Try again.`)
}

const wrongState = (key: Key, state: State, from: readonly State[]) =>
  new ApiProblem(
    409,
    'batch_state',
    `Expected a batch operation that is ${from.join(' or ')}, but ${key} is ${state}. Load it again.`,
  )
