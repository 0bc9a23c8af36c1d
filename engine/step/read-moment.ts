import { DateTime } from 'luxon'
import { meansWorkingTime } from '../calendar/index.ts'
import { addDuration } from '../feel/index.ts'
import { fail, ok, type Result } from '../result.ts'
import { afterWorking, type FindCalendar } from './working-clock.ts'

/** What a text of a timer is read against. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: number
  /** IANA zone in which dates without an offset, days, months and years, and cron patterns are meant. */
  readonly zone: string
  readonly calendar: FindCalendar
}

/** A point in time given as a date and time or as a duration from now. */
export const readMoment = (text: string, clock: Clock): Result<number, string> =>
  /^B?P/.test(text.trim()) ? readDuration(text, clock.now, clock) : readDate(text, clock.zone)

/** ISO 8601, with an offset, with a zone after `@` as FEEL writes it, or in `zone`. */
export function readDate(text: string, zone: string): Result<number, string> {
  const [local, own] = text.trim().split('@')
  const date = DateTime.fromISO(local!, { zone: own ?? zone })
  return date.isValid ? ok(date.toMillis()) : fail(`expected an ISO 8601 date and time, got '${text}'`)
}

/** The moment a duration after `from`: of everybody's calendar, or of working time with a `B` before it. [BT1] */
export function readDuration(text: string, from: number, { zone, calendar }: Clock): Result<number, string> {
  const duration = text.trim()
  if (meansWorkingTime(duration)) return afterWorking(duration, from, calendar)
  const due = addDuration(from, duration, zone)
  return due.ok ? due : fail(`expected an ISO 8601 duration like PT15M, got '${text}'`)
}
