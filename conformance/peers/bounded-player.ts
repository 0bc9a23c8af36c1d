import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Scenario } from '../pack/pack.ts'
import type { LoadedCase } from '../pack/read-pack.ts'
import type { Verdict } from '../running/run-scenario.ts'

export interface PeerQuestion {
  readonly loaded: LoadedCase
  /** Which of the case's scenarios, from 0. */
  readonly scenario: number
}

const LIMIT_MS = 5_000
const LATE: Verdict = { outcome: 'failed', reasons: [`did not come to rest within ${LIMIT_MS / 1000} s`] }

/**
 * Plays scenarios with another engine in a thread that is ended when it takes too long: it may loop without end. What a
 * thread needs to begin is not counted, and the next one begins meanwhile.
 */
export class BoundedPlayer {
  #worker = startWorker()
  #spare = startWorker()

  readonly play = async (loaded: LoadedCase, scenario: Scenario): Promise<Verdict> => {
    const worker = await this.#worker
    const question = { loaded, scenario: loaded.case.scenarios.indexOf(scenario) }
    const verdict = await answerOf(worker, question)
    if (verdict) return verdict
    await worker.terminate()
    this.#worker = this.#spare
    this.#spare = startWorker()
    return LATE
  }

  async close(): Promise<void> {
    for (const worker of await Promise.all([this.#worker, this.#spare])) await worker.terminate()
  }
}

/** It says when it has loaded what it needs. */
async function startWorker(): Promise<Worker> {
  const worker = new Worker(new URL('peer-worker.js', import.meta.url))
  await once(worker, 'message')
  return worker
}

/** Null when it does not come in time, or the thread ended of itself. */
async function answerOf(worker: Worker, question: PeerQuestion): Promise<Verdict | null> {
  const signal = AbortSignal.timeout(LIMIT_MS)
  // Whatever else listens to the thread stays: Node itself does.
  const answer = once(worker, 'message', { signal })
  worker.postMessage(question)
  return answer.then(
    ([verdict]: Verdict[]) => verdict ?? null,
    () => null,
  )
}
