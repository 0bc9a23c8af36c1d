import { DateTime } from 'luxon'
import { addDuration } from '../feel/index.ts'
import type { TimerDefinition } from '../graph/process-graph.ts'
import { fail, ok, type Result } from '../result.ts'
import { countedFrom, lastsFor, readCycle } from './cycle.ts'

export interface DueTime {
  /** Epoch milliseconds. */
  readonly dueAt: number
  /** Firings left after this one; -1 for without end. */
  readonly repetitions: number
  /** The cycle this is a turn of, with the moment from which its turns are counted; null for a single firing. */
  readonly cycle: string | null
}

/**
 * When a timer fires first. Dates without an offset and days, months and years of durations are meant in `zone`, so a
 * day has 23 or 25 hours where the clocks change. A cycle `R[n]/[start/]duration[/end]` fires n times and not after its
 * end: first one duration after now, or at its start. [TI1]
 */
export function firstDue(
  kind: TimerDefinition['kind'],
  text: string,
  now: number,
  zone: string,
): Result<DueTime, string> {
  if (kind === 'date') return once(readDate(text, zone))
  if (kind === 'duration') return once(readDuration(text, now, zone))
  return firstTurn(text, now, zone)
}

function firstTurn(text: string, now: number, zone: string): Result<DueTime, string> {
  const cycle = readCycle(text)
  if (!cycle.ok) return cycle
  const { count, start, duration, end } = cycle.value
  const from = start === null ? ok(now) : readDate(start, zone)
  if (!from.ok) return from
  const interval = readDuration(duration, from.value, zone)
  if (!interval.ok) return interval
  if (interval.value <= from.value) return fail(`expected a cycle that advances, got '${text}'`)
  const last = end === null ? ok(null) : readDate(end, zone)
  if (!last.ok) return last
  const dueAt = start === null ? interval.value : from.value
  if (last.value !== null && dueAt > last.value)
    return fail(`expected a cycle whose end is after its first turn, got '${text}'`)
  return ok({
    dueAt,
    repetitions: count === -1 ? -1 : count - 1,
    cycle: countedFrom(from.value, duration, last.value),
  })
}

/**
 * The next turn of a cycle, or null when it was the last. Turns are counted from the first one, so neither a late
 * handling nor a missing hour or day moves those after it. [TI2]
 */
export function nextDue({ dueAt, repetitions, cycle: text }: DueTime, zone: string): DueTime | null {
  const cycle = text === null || repetitions === 0 ? null : readCycle(text)
  if (!cycle?.ok) return null
  const { start, duration, end } = cycle.value
  const next = turnAfter(Date.parse(start!), duration, dueAt, zone) // `countedFrom` has put the start in
  if (end !== null && next > Date.parse(end)) return null
  return { dueAt: next, repetitions: repetitions === -1 ? -1 : repetitions - 1, cycle: text }
}

/** The first whole number of durations after `from` that is later than `previous`. */
function turnAfter(from: number, duration: string, previous: number, zone: string): number {
  const start = DateTime.fromMillis(from, { zone })
  const length = lastsFor(duration)
  const at = (count: number) => start.plus(length.mapUnits((amount) => amount * count)).toMillis()
  // Days, months and years vary in length, so the guess may be a few turns off.
  let turn = Math.max(1, Math.floor((previous - from) / length.toMillis()))
  while (turn > 1 && at(turn - 1) > previous) turn--
  while (at(turn) <= previous) turn++
  return at(turn)
}

const once = (due: Result<number, string>): Result<DueTime, string> =>
  due.ok ? ok({ dueAt: due.value, repetitions: 0, cycle: null }) : due

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
