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
const SCRIPT = new URL('peer-worker.js', import.meta.url)

/**
 * Plays scenarios with another engine in a thread that is ended when it takes too long: it may loop without end. What a
 * thread needs to begin is not counted, and the next one begins meanwhile.
 */
export class BoundedPlayer {
  readonly #script: URL
  readonly #limitMs: number
  #worker: Promise<Worker>
  #spare: Promise<Worker>

  /** @param script sends a message when it is ready, then a verdict for every question */
  constructor(script = SCRIPT, limitMs = LIMIT_MS) {
    this.#script = script
    this.#limitMs = limitMs
    this.#worker = startWorker(script)
    this.#spare = startWorker(script)
  }

  readonly play = async (loaded: LoadedCase, scenario: Scenario): Promise<Verdict> => {
    const worker = await this.#worker
    const question = { loaded, scenario: loaded.case.scenarios.indexOf(scenario) }
    const late = AbortSignal.timeout(this.#limitMs)
    try {
      return await answerOf(worker, question, late)
    } catch (error) {
      await worker.terminate()
      this.#worker = this.#spare
      this.#spare = startWorker(this.#script)
      return { outcome: 'failed', reasons: [late.aborted ? this.#tooLong() : `ended its thread: ${error}`] }
    }
  }

  readonly #tooLong = (): string => `did not come to rest within ${this.#limitMs / 1000} s`

  async close(): Promise<void> {
    for (const worker of await Promise.all([this.#worker, this.#spare])) await worker.terminate()
  }
}

/** It says when it has loaded what it needs. */
async function startWorker(script: URL): Promise<Worker> {
  const worker = new Worker(script)
  await once(worker, 'message')
  return worker
}

/** @throws when it does not come in time, or what the thread ended with */
async function answerOf(worker: Worker, question: PeerQuestion, signal: AbortSignal): Promise<Verdict> {
  // Whatever else listens to the thread stays: Node itself does.
  const answer = once(worker, 'message', { signal })
  worker.postMessage(question)
  const [verdict]: Verdict[] = await answer
  if (!verdict) throw new Error('expected a verdict of the thread, got nothing')
  return verdict
}
