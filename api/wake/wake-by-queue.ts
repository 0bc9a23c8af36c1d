import type { EventEmitter } from 'node:events'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import type { Change, Engine } from '../../engine/runtime/engine.ts'

const QUEUE = 'kartabl-wake'
/** Wakes that fall into the same quarter of a second are one. Milliseconds. */
const GRAIN = 250

interface WakeOptions {
  readonly redisUrl: string
  readonly now: () => number
  /** Told once when Redis goes away; the nodes then find due work by looking for it, as without Redis. */
  readonly onTrouble: (error: Error) => void
}

export interface Waking {
  /** Settles when Redis has been reached, or has been found missing. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

/**
 * Lets a queue on Redis wake the nodes when a timer or job becomes due, wherever it was made. The rows in the database
 * remain the truth: a wake that is lost costs a second, nothing else.
 */
export function wakeByQueue(engine: Engine, { redisUrl, now, onTrouble }: WakeOptions): Waking {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null })
  const tell = once(onTrouble)
  let queue: Queue | null = null
  let worker: Worker | null = null
  // Made only once Redis answers: before, they could neither work nor be closed.
  const ready = new Promise<void>((resolve) => {
    redis.once('ready', () => {
      queue = new Queue(QUEUE, { connection: redis })
      worker = new Worker(QUEUE, async () => engine.wake(), { connection: redis })
      for (const part of [queue, worker] as EventEmitter[]) part.on('error', tell)
      worker.waitUntilReady().then(() => resolve(), tell)
    })
    redis.on('error', (error) => {
      tell(error)
      resolve()
    })
  })
  const stopListening = engine.onCommit((changes) => {
    for (const due of new Set(changes.flatMap(dueOf))) if (queue) announce(queue, due, now()).catch(tell)
  })
  return {
    ready,
    async close() {
      stopListening()
      await Promise.allSettled([worker?.close(true), queue?.close()])
      redis.disconnect()
    },
  }
}

/** When the row that changed wants to be looked at, in grains; nothing for other rows. */
function dueOf({ table, kind, after }: Change): number[] {
  if (kind === 'deleted' || (table !== 'timers' && table !== 'jobs')) return []
  const row = after as { dueAt?: number; availableAt?: number } | undefined
  const due = row?.dueAt ?? row?.availableAt
  return due === undefined ? [] : [Math.ceil(due / GRAIN)]
}

async function announce(queue: Queue, due: number, now: number): Promise<void> {
  const delay = Math.max(0, due * GRAIN - now)
  // The id keeps thousands of jobs that are due together from becoming thousands of wakes.
  await queue.add('wake', {}, { jobId: `at-${due}`, delay, removeOnComplete: true, removeOnFail: true })
}

function once(tell: (error: Error) => void): (error: Error) => void {
  let told = false
  return (error) => {
    if (!told) tell(error)
    told = true
  }
}
