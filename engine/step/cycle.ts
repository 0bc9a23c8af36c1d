import { Duration } from 'luxon'
import { fail, ok, type Result } from '../result.ts'

export interface Cycle {
  /** -1 for without end. */
  readonly count: number
  readonly start: string | null
  readonly duration: string
  /** Of a kept cycle in working time: name of its calendar. */
  readonly calendar: string | null
  readonly end: string | null
}

/** Reads `R[n]/[start/]duration[/end]`, also as `countedFrom` keeps it. */
export function readCycle(text: string): Result<Cycle, string> {
  const match = /^R(-?\d*)\/(?:([^P/][^/]*)\/)?(B?P[^/@]+)(?:@([^/]+))?(?:\/([^/]+))?$/.exec(text.trim())
  if (!match)
    return fail(`expected a cycle like R3/PT10M or a cron pattern like 0 0 9 * * MON-FRI, got '${text}'`)
  const [, count, start, duration, calendar, end] = match
  const times = count === '' || count === '-1' ? -1 : Number(count)
  if (times === 0 || times < -1) return fail(`expected a cycle that fires at least once, got '${text}'`)
  return ok({
    count: times,
    start: start ?? null,
    duration: duration!,
    calendar: calendar ?? null,
    end: end ?? null,
  })
}

/**
 * The cycle as it is kept with its timer: moments as epoch milliseconds have them, the number of turns left out because
 * the timer counts it down.
 * @param interval the duration, and of working time its calendar after an `@`
 */
export function countedFrom(start: number, interval: string, end: number | null): string {
  const iso = (moment: number) => new Date(moment).toISOString()
  return `R/${iso(start)}/${interval}${end === null ? '' : `/${iso(end)}`}`
}

/** A duration that `addDuration` has accepted. */
export const lastsFor = (duration: string): Duration => Duration.fromISO(duration)
