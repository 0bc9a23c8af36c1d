import type { Change } from './engine.ts'
import type { DefinitionCache } from './definition-cache.ts'
import type { EngineOptions } from './engine-options.ts'
import { dueTimers, fireTimer, nextTimerAt } from './fire-timers.ts'
import { workJob } from './job-workers.ts'
import { activateJobs, nextJobAt } from './jobs.ts'
import { Loop } from './loop.ts'
import { sweepMessages } from './sweep-messages.ts'
import type { Transactor } from './transactor.ts'

/** Looked at this often even when nothing woke the loop: another node may have added work. Milliseconds. */
const POLL_MS = 1_000
/** Lease of a job that a handler of this node does. */
const LEASE_MS = 300_000
const JOBS_AT_ONCE = 16

/** Timers, jobs that have a handler here, and kept messages. */
export class Background {
  private readonly options: EngineOptions
  private readonly transactor: Transactor
  private readonly definitions: DefinitionCache
  private readonly timers: Loop
  private readonly jobs: Loop
  private readonly messages: Loop

  constructor(options: EngineOptions, transactor: Transactor, definitions: DefinitionCache) {
    this.options = options
    this.transactor = transactor
    this.definitions = definitions
    const loop = (doing: string, run: () => Promise<number>) =>
      new Loop(run, (error) => options.onFault({ doing, error }))
    this.timers = loop('fire due timers', async () => this.pauseAfter(await this.fireDue()))
    this.jobs = loop('work jobs', async () => this.pauseAfter(await this.workOpen()))
    this.messages = loop('sweep kept messages', () => sweepMessages(options, transactor))
  }

  start(): void {
    for (const loop of this.loops()) loop.start()
  }

  async stop(): Promise<void> {
    await Promise.all(this.loops().map((loop) => loop.stop()))
  }

  wake(): void {
    for (const loop of this.loops()) loop.wake()
  }

  /** Wakes what the commit of this node may have given work. */
  onCommit(changes: readonly Change[]): void {
    for (const { table, kind } of changes) {
      if (kind === 'deleted') continue
      if (table === 'timers') this.timers.wake()
      if (table === 'jobs') this.jobs.wake()
    }
  }

  private loops(): Loop[] {
    return [this.timers, this.jobs, this.messages]
  }

  /** Does all that is due now; the time at which something is due next. */
  async runDue(): Promise<number> {
    while ((await this.fireDue()) + (await this.workOpen()) > 0);
    await sweepMessages(this.options, this.transactor)
    return this.nextAt()
  }

  private async fireDue(): Promise<number> {
    const { store, clock, onFault } = this.options
    const due = await dueTimers(store, clock())
    for (const timer of due) {
      try {
        await fireTimer(this.transactor, timer)
      } catch (error) {
        onFault({ doing: `fire timer ${timer.key}`, error })
      }
    }
    return due.length
  }

  private async workOpen(): Promise<number> {
    const { store, clock, handlers } = this.options
    let worked = 0
    for (const type of Object.keys(handlers)) {
      const request = { type, worker: 'kartabl', maxJobs: JOBS_AT_ONCE, timeout: LEASE_MS }
      const jobs = await activateJobs(store, this.definitions, request, clock())
      worked += jobs.length
      await Promise.all(jobs.map((job) => workJob(this.transactor, handlers, job, clock())))
    }
    return worked
  }

  private async nextAt(): Promise<number> {
    const { store, handlers } = this.options
    return Math.min(await nextTimerAt(store), await nextJobAt(store, Object.keys(handlers)))
  }

  /** Milliseconds until a loop that has just done this much looks again. */
  private async pauseAfter(done: number): Promise<number> {
    if (done > 0) return 0
    return Math.min(POLL_MS, Math.max(1, (await this.nextAt()) - this.options.clock()))
  }
}
