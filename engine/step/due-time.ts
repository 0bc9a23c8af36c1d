import { DateTime } from 'luxon'
import { addDuration } from '../feel/index.ts'
import type { TimerDefinition } from '../graph/process-graph.ts'
import { fail, ok, type Result } from '../result.ts'

export interface DueTime {
  /** Epoch milliseconds. */
  readonly dueAt: number
  /** Firings left after this one; -1 for without end. */
  readonly repetitions: number
}

/**
 * When a timer fires first. Dates without an offset and days, months and years of durations are meant in `zone`, so a
 * day has 23 or 25 hours where the clocks change. A cycle is `R[n]/[start/]duration`; it fires n times, one duration
 * after the start or after now, or at the start if one is given. [TI1]
 */
export function firstDue(
  kind: TimerDefinition['kind'],
  text: string,
  now: number,
  zone: string,
): Result<DueTime, string> {
  if (kind === 'date') return once(readDate(text, zone))
  if (kind === 'duration') return once(readDuration(text, now, zone))
  const cycle = readCycle(text)
  if (!cycle.ok) return cycle
  const { count, start, duration } = cycle.value
  const due = start === null ? readDuration(duration, now, zone) : readDate(start, zone)
  if (!due.ok) return due
  return ok({ dueAt: due.value, repetitions: count === -1 ? -1 : count - 1 })
}

/** The next firing of a cycle, one duration after the one before, however late that one was handled. [TI2] */
export function nextDue(text: string, previous: DueTime, zone: string): Result<DueTime, string> {
  const cycle = readCycle(text)
  if (!cycle.ok) return cycle
  const due = readDuration(cycle.value.duration, previous.dueAt, zone)
  if (!due.ok) return due
  if (due.value <= previous.dueAt) return fail(`expected a cycle that advances, got '${text}'`)
  const { repetitions } = previous
  return ok({ dueAt: due.value, repetitions: repetitions === -1 ? -1 : repetitions - 1 })
}

const once = (due: Result<number, string>): Result<DueTime, string> =>
  due.ok ? ok({ dueAt: due.value, repetitions: 0 }) : due

interface Cycle {
  readonly count: number
  readonly start: string | null
  readonly duration: string
}

function readCycle(text: string): Result<Cycle, string> {
  const match = /^R(-?\d*)\/(?:([^/]+)\/)?(P[^/]+)$/.exec(text.trim())
  if (!match) return fail(`expected a cycle like R3/PT10M, got '${text}'`)
  const [, count, start, duration] = match
  const times = count === '' || count === '-1' ? -1 : Number(count)
  if (times === 0 || times < -1) return fail(`expected a cycle that fires at least once, got '${text}'`)
  return ok({ count: times, start: start ?? null, duration: duration! })
}

/** ISO 8601, with an offset, with a zone after `@` as FEEL writes it, or in `zone`. */
function readDate(text: string, zone: string): Result<number, string> {
  const [local, own] = text.trim().split('@')
  const date = DateTime.fromISO(local!, { zone: own ?? zone })
  return date.isValid ? ok(date.toMillis()) : fail(`expected an ISO 8601 date and time, got '${text}'`)
}

function readDuration(text: string, from: number, zone: string): Result<number, string> {
  const due = addDuration(from, text.trim(), zone)
  return due.ok ? due : fail(`expected an ISO 8601 duration like PT15M, got '${text}'`)
}

/** A point in time given as a date and time or as a duration from now. */
export const parseMoment = (text: string, now: number, zone: string): Result<number, string> =>
  text.startsWith('P') ? readDuration(text, now, zone) : readDate(text, zone)
