import type { Key } from '../key.ts'
import type { TimerRow } from '../ports/rows.ts'
import type { Condition } from '../ports/store.ts'
import type { EngineOptions } from './engine-options.ts'
import { fireTimer } from './fire-timers.ts'
import { Resting } from './resting.ts'
import type { Transactor } from './transactor.ts'

const BATCH = 100

/** Fires timers that are due, the most overdue first; those of one instance one after another. */
export class TimerWork {
  private readonly options: EngineOptions
  private readonly transactor: Transactor
  private readonly resting = new Resting()

  constructor(options: EngineOptions, transactor: Transactor) {
    this.options = options
    this.transactor = transactor
  }

  /** How many were tried; what failed rests, so trying again until there is none comes to an end. */
  async fireDue(): Promise<number> {
    const now = this.options.clock()
    const due = await this.soonest(BATCH, [{ column: 'dueAt', is: '<=', value: now }])
    await Promise.all(byInstance(due).map((timers) => this.fireInOrder(timers)))
    return due.length
  }

  /** When the next one is due: epoch milliseconds, Infinity for never. */
  async nextAt(): Promise<number> {
    const [next] = await this.soonest(1, [])
    return Math.min(next?.dueAt ?? Number.POSITIVE_INFINITY, this.resting.nextAt(this.options.clock()))
  }

  private async soonest(count: number, where: readonly Condition<TimerRow>[]): Promise<TimerRow[]> {
    const now = this.options.clock()
    const timers = await this.options.store.find('timers', {
      where,
      orderBy: [{ column: 'dueAt' }],
      limit: count + this.resting.size,
    })
    return timers.filter(({ key }) => !this.resting.rests(key, now)).slice(0, count)
  }

  private async fireInOrder(timers: readonly TimerRow[]): Promise<void> {
    for (const timer of timers) await this.fire(timer)
  }

  /** Mostly another node was faster [TI3]; a timer that really can't be fired must not be tried without a pause. */
  private async fire(timer: TimerRow): Promise<void> {
    const { clock, onFault } = this.options
    try {
      const done = await fireTimer(this.transactor, timer)
      if (done.ok) this.resting.forget(timer.key)
      else this.resting.failed(timer.key, clock())
    } catch (error) {
      this.resting.failed(timer.key, clock())
      onFault({ doing: `fire timer ${timer.key}`, error })
    }
  }
}

/** Start timers have no instance and stand each by itself. */
function byInstance(timers: readonly TimerRow[]): TimerRow[][] {
  const groups = new Map<Key | string, TimerRow[]>()
  for (const timer of timers) {
    const group = timer.instance === 0 ? `start ${timer.key}` : timer.instance
    groups.set(group, [...(groups.get(group) ?? []), timer])
  }
  return [...groups.values()]
}
