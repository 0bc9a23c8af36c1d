import { Worker } from 'node:worker_threads'
import type { Scenario } from '../pack/pack.ts'
import type { LoadedCase } from '../pack/read-pack.ts'
import type { Verdict } from '../running/run-scenario.ts'

export interface PeerQuestion {
  readonly loaded: LoadedCase
  /** Which of the case's scenarios, from 0. */
  readonly scenario: number
}

const LIMIT_MS = 10_000
const LATE: Verdict = { outcome: 'failed', reasons: [`did not come to rest within ${LIMIT_MS / 1000} s`] }

/** Plays scenarios with another engine in a thread that is ended when it takes too long: it may loop without end. */
export class BoundedPlayer {
  #worker: Worker | null = null

  readonly play = async (loaded: LoadedCase, scenario: Scenario): Promise<Verdict> => {
    this.#worker ??= new Worker(new URL('peer-worker.js', import.meta.url))
    const verdict = await answerOf(this.#worker, {
      loaded,
      scenario: loaded.case.scenarios.indexOf(scenario),
    })
    if (verdict) return verdict
    await this.close()
    return LATE
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = null
  }
}

/** Null when it does not come in time. */
const answerOf = (worker: Worker, question: PeerQuestion): Promise<Verdict | null> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => answer(null), LIMIT_MS)
    const answer = (verdict: Verdict | null) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      resolve(verdict)
    }
    worker.once('message', answer)
    worker.once('error', (error) => answer({ outcome: 'failed', reasons: [`ended: ${error.message}`] }))
    worker.postMessage(question)
  })
