import type { Machine } from '../machine.ts'
import { DaysTimeDuration } from './days-time-duration.ts'
import { FeelDate } from './feel-date.ts'
import { FeelDateTime } from './feel-date-time.ts'
import { FeelTime } from './feel-time.ts'
import type { FeelValue } from './feel-value.ts'
import { plusDaysTime, plusYearsMonths, timeDifference } from './temporal-arithmetic.ts'
import { YearsMonthsDuration } from './years-months-duration.ts'

/** A JavaScript number as FEEL knows it: infinity and not-a-number do not exist. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** `a + b` for anything but two numbers: texts, durations, a moment and a duration. Null when there is no sum. */
export function addValues(machine: Machine, a: FeelValue, b: FeelValue): FeelValue {
  if (typeof a === 'string' && typeof b === 'string') return joinTexts(machine, a, b)
  if (a instanceof DaysTimeDuration)
    return b instanceof DaysTimeDuration ? DaysTimeDuration.of(a.nanos + b.nanos) : plusDaysTime(b, a, 1)
  if (a instanceof YearsMonthsDuration) {
    return b instanceof YearsMonthsDuration
      ? YearsMonthsDuration.of(a.months + b.months)
      : plusYearsMonths(b, a, 1)
  }
  return plusDuration(a, b, 1)
}

/** Growing a text costs by its length, or doubling it thirty times would be cheap. */
function joinTexts(machine: Machine, a: string, b: string): string {
  machine.spend((a.length + b.length) >> 4)
  return a + b
}

/** `a - b` for anything but two numbers. */
export function subtractValues(a: FeelValue, b: FeelValue): FeelValue {
  if (a instanceof DaysTimeDuration)
    return b instanceof DaysTimeDuration ? DaysTimeDuration.of(a.nanos - b.nanos) : null
  if (a instanceof YearsMonthsDuration) {
    return b instanceof YearsMonthsDuration ? YearsMonthsDuration.of(a.months - b.months) : null
  }
  if (isMoment(a) && isMoment(b)) return timeDifference(a, b)
  return plusDuration(a, b, -1)
}

const isMoment = (value: FeelValue): value is FeelDate | FeelDateTime | FeelTime =>
  value instanceof FeelDate || value instanceof FeelDateTime || value instanceof FeelTime

function plusDuration(moment: FeelValue, duration: FeelValue, sign: 1 | -1): FeelValue {
  if (duration instanceof DaysTimeDuration) return plusDaysTime(moment, duration, sign)
  if (duration instanceof YearsMonthsDuration) return plusYearsMonths(moment, duration, sign)
  return null
}

/** `a * b` for anything but two numbers: a duration and a number. */
export function multiplyValues(a: FeelValue, b: FeelValue): FeelValue {
  if (typeof a === 'number') return typeof b === 'number' ? finite(a * b) : multiplyDuration(b, a)
  return typeof b === 'number' ? multiplyDuration(a, b) : null
}

function multiplyDuration(duration: FeelValue, factor: number): FeelValue {
  if (duration instanceof YearsMonthsDuration)
    return YearsMonthsDuration.of(Math.trunc(duration.months * factor))
  if (!(duration instanceof DaysTimeDuration)) return null
  if (Number.isSafeInteger(factor)) return DaysTimeDuration.of(duration.nanos * BigInt(factor))
  return DaysTimeDuration.ofSeconds(duration.totalSeconds * factor)
}

/** `a / b` for anything but two numbers: a duration by a number or by another of its kind. */
export function divideValues(a: FeelValue, b: FeelValue): FeelValue {
  if (typeof a === 'number' && typeof b === 'number') return finite(a / b)
  if (typeof b === 'number') return b === 0 ? null : multiplyDuration(a, 1 / b)
  if (a instanceof DaysTimeDuration && b instanceof DaysTimeDuration)
    return finite(Number(a.nanos) / Number(b.nanos))
  if (a instanceof YearsMonthsDuration && b instanceof YearsMonthsDuration) return finite(a.months / b.months)
  return null
}
