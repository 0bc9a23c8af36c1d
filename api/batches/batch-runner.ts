import type { Key } from '../../engine/index.ts'
import type { BatchItemRow, BatchOperationRow } from '../../engine/ports/rows.ts'
import type { Engine } from '../../engine/runtime/engine.ts'
import { Loop } from '../../engine/runtime/loop.ts'
import { cancelItems, finishBatch, stopBatch } from './end-batch.ts'
import { findItems } from './find-items.ts'
import { failItem, workItem } from './work-item.ts'

/** Items of one batch that are begun together; they share commits where the store can. */
const TOGETHER = 32
/** Looked for this often when nothing is known to be there: another node may have made a batch. Milliseconds. */
const POLL_MS = 1_000
/** An item that throws this often, which is a defect, fails instead of keeping its batch from its end. */
const TRIES = 5

/** Works batches in the background; several nodes share their items. */
export class BatchRunner {
  private readonly engine: Engine
  private readonly now: () => number
  private readonly loop: Loop
  private readonly tries = new Map<Key, number>()
  private readonly onFault: (error: unknown) => void

  constructor(engine: Engine, now: () => number, onFault: (error: unknown) => void) {
    this.engine = engine
    this.now = now
    this.onFault = onFault
    this.loop = new Loop(async () => ((await this.turn()) ? 0 : POLL_MS), onFault)
  }

  start(): void {
    this.loop.start()
  }

  wake(): void {
    this.loop.wake()
  }

  stop(): Promise<void> {
    return this.loop.stop()
  }

  /** Does some of what is to be done; false when nothing is. */
  async turn(): Promise<boolean> {
    const batches = await this.engine.store.find('batchOperations', {
      where: [{ column: 'state', is: 'in', value: ['created', 'active', 'canceling'] }],
      orderBy: [{ column: 'key' }],
      limit: 10,
    })
    for (const batch of batches) await this.advance(batch)
    return batches.length > 0
  }

  private async advance(batch: BatchOperationRow): Promise<void> {
    if (batch.state === 'created') await this.find(batch)
    else if (batch.state === 'canceling') await cancelItems(this.engine, batch, this.now())
    else await this.work(batch)
  }

  /** A filter that can't be followed any more ends the batch; a database that is away does not. */
  private async find(batch: BatchOperationRow): Promise<void> {
    try {
      await findItems(this.engine, batch)
      this.tries.delete(batch.key)
    } catch (error) {
      if (this.mayTryAgain(batch.key)) throw error
      await stopBatch(this.engine, batch, String(error), this.now())
    }
  }

  private async work(batch: BatchOperationRow): Promise<void> {
    const items = await this.engine.store.find('batchItems', {
      where: [
        { column: 'batch', is: '=', value: batch.key },
        { column: 'state', is: '=', value: 'active' },
      ],
      limit: TOGETHER,
    })
    if (items.length === 0) await finishBatch(this.engine, batch, this.now())
    // In any order, so that nodes seldom reach for the same item.
    else await Promise.all(shuffled(items).map((item) => this.workOne(batch, item)))
  }

  private async workOne(batch: BatchOperationRow, item: BatchItemRow): Promise<void> {
    try {
      await workItem(this.engine, batch, item, this.now())
      this.tries.delete(item.key)
    } catch (error) {
      this.onFault(error)
      if (this.mayTryAgain(item.key)) return
      await failItem(this.engine, item, String(error), this.now())
    }
  }

  private mayTryAgain(key: Key): boolean {
    const tries = (this.tries.get(key) ?? 0) + 1
    this.tries.set(key, tries)
    if (tries < TRIES) return true
    this.tries.delete(key)
    return false
  }
}

function shuffled<T>(items: readonly T[]): T[] {
  const order = items.map((item) => ({ item, place: Math.random() }))
  return order.sort((a, b) => a.place - b.place).map(({ item }) => item)
}
