import type { EngineStore } from '../ports/store.ts'
import { ok } from '../result.ts'
import type { EngineOptions } from './engine-options.ts'
import { deliverKept } from './messages.ts'
import type { Transactor } from './transactor.ts'

const EVERY_MS = 1_000
const BATCH = 100

/**
 * Drops kept messages whose time is over, and delivers those whose subscription was opened by another node while they
 * were being published, when neither saw the other. [ME4]
 */
export async function sweepMessages({ store, clock }: EngineOptions, transactor: Transactor): Promise<number> {
  await dropExpired(store, clock())
  const kept = await store.find('messages', { where: [], limit: BATCH })
  for (const message of kept) {
    const waiting = await store.count('subscriptions', [
      { column: 'name', is: '=', value: message.name },
      { column: 'correlationKey', is: '=', value: message.correlationKey },
    ])
    if (waiting > 0) await transactor.run([], 'message', async (work) => ok(await deliverKept(work, message)))
  }
  return EVERY_MS
}

async function dropExpired(store: EngineStore, now: number): Promise<void> {
  const where = [{ column: 'expiresAt', is: '<=', value: now }] as const
  const expired = await store.find('messages', { where, limit: BATCH, columns: ['key'] })
  if (expired.length === 0) return
  await store.transact([], async (tx) => {
    for (const { key } of expired) tx.delete('messages', key)
  })
}
