import { Worker } from 'node:worker_threads'
import type { Model } from '../../model/model.ts'
import type { Problem } from '../../problem.ts'
import { fail, type Result } from '../../result.ts'

export type Parse = (xml: string) => Promise<Result<Model, Problem[]>>

interface Waiting {
  readonly resolve: (result: Result<Model, Problem[]>) => void
  readonly timer: NodeJS.Timeout
}

/**
 * Parses in a worker thread. A file that takes longer than `timeout` milliseconds is refused and its thread ended, so
 * a hostile file costs neither the event loop nor a core for long.
 */
export class WorkerParser {
  private readonly file: URL
  private readonly timeout: number
  private worker: Worker | null = null
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0

  /** @param file the built `parse-worker` */
  constructor(file: URL, timeout = 10_000) {
    this.file = file
    this.timeout = timeout
  }

  readonly parse: Parse = (xml) =>
    new Promise((resolve) => {
      const id = ++this.lastId
      const timer = setTimeout(() => this.giveUp(tooSlow(this.timeout)), this.timeout)
      this.waiting.set(id, { resolve, timer })
      this.thread().postMessage({ id, xml })
    })

  async close(): Promise<void> {
    await this.worker?.terminate()
  }

  private thread(): Worker {
    if (this.worker) return this.worker
    const worker = new Worker(this.file)
    worker.unref()
    worker.on('message', ({ id, result }: { id: number; result: Result<Model, Problem[]> }) =>
      this.settle(id, result),
    )
    worker.on('error', (error) => this.giveUp(notRead(error.message)))
    this.worker = worker
    return worker
  }

  private settle(id: number, result: Result<Model, Problem[]>): void {
    const one = this.waiting.get(id)
    if (!one) return
    clearTimeout(one.timer)
    this.waiting.delete(id)
    one.resolve(result)
  }

  /** One thread does one file after another, so what waits behind a stuck one is refused with it. */
  private giveUp(problem: Problem): void {
    const stuck = this.worker
    this.worker = null
    for (const id of [...this.waiting.keys()]) this.settle(id, fail([problem]))
    void stuck?.terminate()
  }
}

const tooSlow = (timeout: number): Problem => ({
  code: 'parsing_takes_too_long',
  element: '',
  message: `expected a diagram that can be read within ${timeout} ms, this one can't`,
  remedy: 'save it again with a BPMN modeller; split it if it is very large',
})

const notRead = (reason: string): Problem => ({
  code: 'not_bpmn',
  element: '',
  message: `expected a BPMN 2.0 document, but reading it failed: ${reason}`,
  remedy: 'save the diagram again with a BPMN modeller',
})
