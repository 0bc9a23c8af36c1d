import { DaysTimeDuration } from './days-time-duration.ts'
import { FeelDate } from './feel-date.ts'
import { FeelDateTime } from './feel-date-time.ts'
import { FeelTime, NANOS_PER_SECOND, SECONDS_PER_DAY } from './feel-time.ts'
import type { FeelValue } from './feel-value.ts'
import type { YearsMonthsDuration } from './years-months-duration.ts'

const DAY_NANOS = BigInt(SECONDS_PER_DAY) * BigInt(NANOS_PER_SECOND)
/** Beyond the years FEEL knows; keeps the arithmetic on day numbers exact. */
const MAX_NANOS = 366_000_000_000n * DAY_NANOS

/** A moment some days and hours later (or earlier): on the wall clock, as the standard says; a time goes round midnight. */
export function plusDaysTime(moment: FeelValue, duration: DaysTimeDuration, sign: 1 | -1): FeelValue {
  const nanos = sign === 1 ? duration.nanos : -duration.nanos
  if (nanos > MAX_NANOS || nanos < -MAX_NANOS) return null
  if (moment instanceof FeelDateTime) return FeelDateTime.ofLocalNanos(moment.localNanos + nanos, moment.zone)
  if (moment instanceof FeelDate)
    return FeelDateTime.ofLocalNanos(BigInt(moment.epochDay) * DAY_NANOS + nanos, null)?.date ?? null
  return moment instanceof FeelTime ? turnClock(moment, nanos) : null
}

function turnClock(time: FeelTime, nanos: bigint): FeelTime {
  const total = BigInt(time.secondOfDay) * BigInt(NANOS_PER_SECOND) + BigInt(time.nano) + nanos
  const ofDay = Number(((total % DAY_NANOS) + DAY_NANOS) % DAY_NANOS)
  const nano = ofDay % NANOS_PER_SECOND
  return FeelTime.ofSeconds((ofDay - nano) / NANOS_PER_SECOND, nano, time.zone)
}

/** A day some months later (or earlier), at most the last of its month. */
export function plusYearsMonths(moment: FeelValue, duration: YearsMonthsDuration, sign: 1 | -1): FeelValue {
  const months = sign * duration.months
  if (moment instanceof FeelDate) return moment.plusMonths(months)
  if (!(moment instanceof FeelDateTime)) return null
  const date = moment.date.plusMonths(months)
  return date === null ? null : new FeelDateTime(date, moment.time)
}

/** `a - b`; null for one with a zone and one without, or a time and a day. A date is its midnight UTC. */
export function timeDifference(
  a: FeelDate | FeelDateTime | FeelTime,
  b: FeelDate | FeelDateTime | FeelTime,
): FeelValue {
  if (a instanceof FeelTime || b instanceof FeelTime) {
    return a instanceof FeelTime && b instanceof FeelTime ? clockDifference(a, b) : null
  }
  const zonedA = a instanceof FeelDate || a.zone !== null
  const zonedB = b instanceof FeelDate || b.zone !== null
  if (zonedA !== zonedB) return null
  return DaysTimeDuration.of(instant(a) - instant(b))
}

const instant = (moment: FeelDate | FeelDateTime): bigint =>
  moment instanceof FeelDate ? BigInt(moment.epochDay) * DAY_NANOS : moment.epochNanos

function clockDifference(a: FeelTime, b: FeelTime): DaysTimeDuration | null {
  if ((a.zone === null) !== (b.zone === null)) return null
  const seconds = a.secondOfDay - (a.offsetSeconds ?? 0) - (b.secondOfDay - (b.offsetSeconds ?? 0))
  return DaysTimeDuration.of(BigInt(seconds) * BigInt(NANOS_PER_SECOND) + BigInt(a.nano - b.nano))
}
