import type { DefinitionCache } from './definition-cache.ts'
import type { Change } from './engine.ts'
import type { EngineOptions } from './engine-options.ts'
import { JobWork } from './job-work.ts'
import { Loop } from './loop.ts'
import { MessageSweep } from './message-sweep.ts'
import { TimerWork } from './timer-work.ts'
import type { Transactor } from './transactor.ts'

/** Looked at this often even when nothing woke the loop: another node may have added work. Milliseconds. */
const POLL_MS = 1_000
/** What is due but could not be had is another node's at this moment. */
const TAKEN_MS = 20

/** Batches that are done in one go. */
const MOST_ROUNDS = 500

/** Timers, jobs that have a handler here, and kept messages. */
export class Background {
  private readonly clock: () => number
  private readonly timerWork: TimerWork
  private readonly jobWork: JobWork
  private readonly sweep: MessageSweep
  private readonly timers: Loop
  private readonly jobs: Loop
  private readonly messages: Loop

  constructor(options: EngineOptions, transactor: Transactor, definitions: DefinitionCache) {
    this.clock = options.clock
    this.timerWork = new TimerWork(options, transactor)
    this.jobWork = new JobWork(options, transactor, definitions, () => this.jobs.wake())
    this.sweep = new MessageSweep(options, transactor, definitions)
    const loop = (doing: string, run: () => Promise<number>) =>
      new Loop(run, (error) => options.onFault({ doing, error }))
    this.timers = loop('fire due timers', async () =>
      this.pauseAfter(await this.timerWork.fireDue(), () => this.timerWork.nextAt()),
    )
    this.jobs = loop('work jobs', async () =>
      this.pauseAfter(await this.jobWork.beginOpen(), () => this.jobWork.nextAt()),
    )
    this.messages = loop('sweep kept messages', async () => ((await this.sweep.turn()) ? 0 : POLL_MS))
  }

  start(): void {
    for (const loop of this.loops()) loop.start()
  }

  async stop(): Promise<void> {
    await Promise.all(this.loops().map((loop) => loop.stop()))
    await this.jobWork.idle()
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

  /**
   * Does what is due now; the time at which something is due next. That is a past one when a cycle catches up with so many
   * turns that they are not to be fired in one go. [TI9]
   */
  async runDue(): Promise<number> {
    for (let round = 0; round < MOST_ROUNDS; round++)
      if ((await this.timerWork.fireDue()) + (await this.workJobs()) === 0) break
    while (await this.sweep.turn());
    return Math.min(await this.timerWork.nextAt(), await this.jobWork.nextAt())
  }

  private async workJobs(): Promise<number> {
    const begun = await this.jobWork.beginOpen()
    await this.jobWork.idle()
    return begun
  }

  /** Milliseconds until a loop that has just done this much looks again. */
  private async pauseAfter(done: number, nextAt: () => Promise<number>): Promise<number> {
    if (done > 0) return 0
    return Math.min(POLL_MS, Math.max(TAKEN_MS, (await nextAt()) - this.clock()))
  }
}
