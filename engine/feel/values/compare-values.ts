import type { Machine } from '../machine.ts'
import { DaysTimeDuration } from './days-time-duration.ts'
import { FeelDate } from './feel-date.ts'
import { FeelDateTime } from './feel-date-time.ts'
import { FeelTime, NANOS_PER_SECOND } from './feel-time.ts'
import type { FeelValue } from './feel-value.ts'
import { YearsMonthsDuration } from './years-months-duration.ts'

const order = <T extends number | bigint | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

/** Negative, zero or positive as `a` is before, equal to or after `b`; null when they have no order. */
export function compareValues(a: FeelValue, b: FeelValue): number | null {
  if (typeof a === 'number') return typeof b === 'number' ? order(a, b) : null
  if (typeof a === 'string') return typeof b === 'string' ? order(a, b) : null
  if (a instanceof FeelDate) return b instanceof FeelDate ? order(a.epochDay, b.epochDay) : null
  if (a instanceof FeelDateTime) return b instanceof FeelDateTime ? compareDateTimes(a, b) : null
  if (a instanceof FeelTime) return b instanceof FeelTime ? compareTimes(a, b) : null
  if (a instanceof DaysTimeDuration) return b instanceof DaysTimeDuration ? order(a.nanos, b.nanos) : null
  if (a instanceof YearsMonthsDuration)
    return b instanceof YearsMonthsDuration ? order(a.months, b.months) : null
  return null
}

/** Texts are compared by their length, moments by big integers. */
export function payForComparison(machine: Machine, a: FeelValue, b: FeelValue): void {
  if (typeof a === 'string' && typeof b === 'string') machine.spend(Math.min(a.length, b.length) >> 8)
  else if (typeof a === 'object' && a !== null) machine.spend(8)
}

/** A moment with a zone and one without have no order: the second could be anywhere. */
function compareDateTimes(a: FeelDateTime, b: FeelDateTime): number | null {
  if ((a.zone === null) !== (b.zone === null)) return null
  return order(a.epochNanos, b.epochNanos)
}

function compareTimes(a: FeelTime, b: FeelTime): number | null {
  if ((a.zone === null) !== (b.zone === null)) return null
  return order(instantOfDay(a), instantOfDay(b))
}

/** Nanoseconds since midnight UTC; below 2^53 for any offset. */
const instantOfDay = (time: FeelTime): number =>
  (time.secondOfDay - (time.offsetSeconds ?? 0)) * NANOS_PER_SECOND + time.nano
