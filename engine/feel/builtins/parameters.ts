import { DaysTimeDuration } from '../values/days-time-duration.ts'
import { FeelDate } from '../values/feel-date.ts'
import { FeelDateTime } from '../values/feel-date-time.ts'
import { FeelFunction } from '../values/feel-function.ts'
import { FeelRange } from '../values/feel-range.ts'
import { FeelTime } from '../values/feel-time.ts'
import type { FeelList, FeelRecord, FeelValue } from '../values/feel-value.ts'
import { isList, isRecord } from '../values/kind-of.ts'
import { YearsMonthsDuration } from '../values/years-months-duration.ts'
import type { Parameter } from './builtin.ts'

const parameter =
  <T>(admit: (value: FeelValue) => T | undefined) =>
  (name: string): Parameter<T> => ({ name, optional: false, admit })

/** Any value, null included. */
export const any = parameter<FeelValue>((value) => value)
/** Any value but null. */
export const some = parameter<FeelValue>((value) => (value === null ? undefined : value))
export const text = parameter((value) => (typeof value === 'string' ? value : undefined))
export const number = parameter((value) => (typeof value === 'number' ? value : undefined))
export const boolean = parameter((value) => (typeof value === 'boolean' ? value : undefined))
/** A list; a single value is a list of one. */
export const list = parameter<FeelList>((value) =>
  isList(value) ? value : value === null ? undefined : [value],
)
export const record = parameter<FeelRecord>((value) => (isRecord(value) ? value : undefined))
export const range = parameter((value) => (value instanceof FeelRange ? value : undefined))
export const callable = parameter((value) => (value instanceof FeelFunction ? value : undefined))
export const date = parameter((value) => (value instanceof FeelDate ? value : undefined))
export const time = parameter((value) => (value instanceof FeelTime ? value : undefined))
export const dateTime = parameter((value) => (value instanceof FeelDateTime ? value : undefined))
export const daysTime = parameter((value) => (value instanceof DaysTimeDuration ? value : undefined))
export const yearsMonths = parameter((value) => (value instanceof YearsMonthsDuration ? value : undefined))

/** The day of a date or of a date and time. */
export const day = parameter((value) =>
  value instanceof FeelDate ? value : value instanceof FeelDateTime ? value.date : undefined,
)

/** May be left out. */
export const optional = <T>(wanted: Parameter<T>): Parameter<T | undefined> => ({ ...wanted, optional: true })

/** May be left out or null. */
export const nullable = <T>(wanted: Parameter<T>): Parameter<T | null | undefined> => ({
  ...wanted,
  optional: true,
  admit: (value) => (value === null ? null : wanted.admit(value)),
})
