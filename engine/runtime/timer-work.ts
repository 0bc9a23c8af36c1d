import type { Key } from '../key.ts'
import type { TimerRow } from '../ports/rows.ts'
import type { Condition } from '../ports/store.ts'
import type { Refusal } from './engine.ts'
import type { EngineOptions } from './engine-options.ts'
import { fireTimer } from './fire-timers.ts'
import { Resting } from './resting.ts'
import type { Transactor } from './transactor.ts'

const BATCH = 100

/**
 * Fires timers that are due, those of one instance in their order. Half of a full batch are the most overdue ones, half are
 * for those who have become due last: however much has been missed, they don't wait for all of it. [TI9]
 */
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
    const isDue: Condition<TimerRow> = { column: 'dueAt', is: '<=', value: now }
    const oldest = await this.awake(BATCH, [isDue])
    const due = oldest.length < BATCH ? oldest : await this.shared(oldest.slice(0, BATCH / 2), isDue)
    await Promise.all(byInstance(due).map((timers) => this.fireInOrder(timers)))
    return due.length
  }

  /** When the next one is due: epoch milliseconds, Infinity for never. */
  async nextAt(): Promise<number> {
    const [next] = await this.awake(1, [])
    return Math.min(next?.dueAt ?? Number.POSITIVE_INFINITY, this.resting.nextAt(this.options.clock()))
  }

  /** Beside the oldest, those due last; of their instances what is due before. */
  private async shared(oldest: readonly TimerRow[], isDue: Condition<TimerRow>): Promise<TimerRow[]> {
    const latest = await this.awake(BATCH / 2, [isDue], true)
    const instances = latest.flatMap(({ instance }) => (instance === 0 ? [] : [instance]))
    const before = await this.awake(BATCH / 2, [isDue, { column: 'instance', is: 'in', value: instances }])
    const starts = latest.filter(({ instance }) => instance === 0)
    const all = new Map([...oldest, ...before, ...starts].map((timer) => [timer.key, timer]))
    return [...all.values()].sort((one, other) => one.dueAt - other.dueAt)
  }

  /** Timers that do not rest, by the time at which they are due. */
  private async awake(
    count: number,
    where: readonly Condition<TimerRow>[],
    descending = false,
  ): Promise<TimerRow[]> {
    const now = this.options.clock()
    const timers = await this.options.store.find('timers', {
      where,
      orderBy: [{ column: 'dueAt', descending }],
      limit: count + this.resting.size,
    })
    return timers.filter(({ key }) => !this.resting.rests(key, now)).slice(0, count)
  }

  /** After the turn of a cycle its next one may be due before the others. */
  private async fireInOrder(timers: readonly TimerRow[]): Promise<void> {
    for (const timer of timers) {
      await this.fire(timer)
      if (timer.repetitions !== 0) return
    }
  }

  /** Mostly another node was faster [TI3]; a timer that really can't be fired must not be tried without a pause. */
  private async fire(timer: TimerRow): Promise<void> {
    const { clock, onFault } = this.options
    try {
      const done = await fireTimer(this.transactor, timer)
      if (done.ok) this.resting.forget(timer.key)
      else this.refused(timer, done.error)
    } catch (error) {
      this.resting.failed(timer.key, clock())
      onFault({ doing: `fire timer ${timer.key}`, error })
    }
  }

  /** A cycle that can't go on is for someone to see; it goes on once its calendar is there again. [BT5] */
  private refused({ key }: TimerRow, refusal: Refusal): void {
    const { clock, onFault } = this.options
    this.resting.failed(key, clock())
    if (refusal.code === 'timer_without_next_turn')
      onFault({ doing: `fire timer ${key}`, error: new Error(refusal.message) })
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
