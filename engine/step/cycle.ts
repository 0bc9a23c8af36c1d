import { Duration } from 'luxon'
import { fail, ok, type Result } from '../result.ts'

export interface Cycle {
  /** -1 for without end. */
  readonly count: number
  readonly start: string | null
  readonly duration: string
  readonly end: string | null
}

/** Reads `R[n]/[start/]duration[/end]`. */
export function readCycle(text: string): Result<Cycle, string> {
  const match = /^R(-?\d*)\/(?:([^P/][^/]*)\/)?(P[^/]+)(?:\/([^/]+))?$/.exec(text.trim())
  if (!match) return fail(`expected a cycle like R3/PT10M, got '${text}'`)
  const [, count, start, duration, end] = match
  const times = count === '' || count === '-1' ? -1 : Number(count)
  if (times === 0 || times < -1) return fail(`expected a cycle that fires at least once, got '${text}'`)
  return ok({ count: times, start: start ?? null, duration: duration!, end: end ?? null })
}

/**
 * The cycle as it is kept with its timer: moments as epoch milliseconds have them, the number of turns left out because
 * the timer counts it down.
 */
export function countedFrom(start: number, duration: string, end: number | null): string {
  const iso = (moment: number) => new Date(moment).toISOString()
  return `R/${iso(start)}/${duration}${end === null ? '' : `/${iso(end)}`}`
}

/** A duration that `addDuration` has accepted. */
export const lastsFor = (duration: string): Duration => Duration.fromISO(duration)
