import type { DefinitionCache } from './definition-cache.ts'
import type { ActivatedJob } from './engine.ts'
import type { EngineOptions } from './engine-options.ts'
import { JobPlaces } from './job-places.ts'
import { workJob } from './job-workers.ts'
import { activateJobs, nextJobAt } from './jobs.ts'
import type { Transactor } from './transactor.ts'

/** Lease of a job that a handler of this node does. */
const LEASE_MS = 300_000

/** Gives open jobs to the handlers of this node, as many at once as there are places. */
export class JobWork {
  private readonly options: EngineOptions
  private readonly transactor: Transactor
  private readonly definitions: DefinitionCache
  private readonly places = new JobPlaces()
  private readonly whenFree: () => void

  constructor(
    options: EngineOptions,
    transactor: Transactor,
    definitions: DefinitionCache,
    whenFree: () => void,
  ) {
    this.options = options
    this.transactor = transactor
    this.definitions = definitions
    this.whenFree = whenFree
  }

  /** Begins what can be begun now, and does not wait for its end; how many were begun. */
  async beginOpen(): Promise<number> {
    const { options, definitions, transactor } = this
    const types = this.openTypes()
    if (types.length === 0) return 0
    const request = { types, worker: 'kartabl', maxJobs: this.places.room(types), timeout: LEASE_MS }
    const jobs = await activateJobs(
      { store: options.store, definitions, transactor },
      request,
      options.clock(),
    )
    for (const job of jobs) this.places.take(job.row, this.work(job), this.whenFree)
    return jobs.length
  }

  /** Resolves when all that was begun is done. */
  idle(): Promise<void> {
    return this.places.idle()
  }

  /** When the next job may be begun: epoch milliseconds, Infinity for not before one ends or comes. */
  nextAt(): Promise<number> {
    return nextJobAt(this.options.store, this.openTypes())
  }

  private openTypes(): string[] {
    return this.places.open(Object.keys(this.options.handlers))
  }

  private async work(job: ActivatedJob): Promise<void> {
    const { handlers, clock, onFault } = this.options
    try {
      await workJob(this.transactor, handlers, job, clock())
    } catch (error) {
      onFault({ doing: `work job ${job.row.key}`, error })
    }
  }
}
