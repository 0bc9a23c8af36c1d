import type { Machine } from '../machine.ts'
import { isoWeekday } from './calendar.ts'
import { DaysTimeDuration } from './days-time-duration.ts'
import { FeelDate } from './feel-date.ts'
import { FeelDateTime } from './feel-date-time.ts'
import { FeelRange } from './feel-range.ts'
import { FeelTime } from './feel-time.ts'
import type { FeelValue } from './feel-value.ts'
import { kindOf } from './kind-of.ts'
import { payForZone } from './pay-for-zone.ts'
import { YearsMonthsDuration } from './years-months-duration.ts'

type Properties<T> = ReadonlyMap<string, (value: T) => FeelValue>

const DATE: Properties<FeelDate> = new Map([
  ['year', (date: FeelDate) => date.year],
  ['month', (date: FeelDate) => date.month],
  ['day', (date: FeelDate) => date.day],
  ['weekday', (date: FeelDate) => isoWeekday(date.epochDay)],
])

const offsetOf = (seconds: number | null): DaysTimeDuration | null =>
  seconds === null ? null : DaysTimeDuration.ofSeconds(seconds)

const TIME: Properties<FeelTime> = new Map<string, (time: FeelTime) => FeelValue>([
  ['hour', (time) => time.hour],
  ['minute', (time) => time.minute],
  ['second', (time) => time.second],
  ['time offset', (time) => offsetOf(time.offsetSeconds)],
  ['timezone', (time) => (time.zone?.kind === 'named' ? time.zone.id : null)],
])

const DAYS: Properties<DaysTimeDuration> = new Map([
  ['days', (duration: DaysTimeDuration) => duration.parts.days],
  ['hours', (duration: DaysTimeDuration) => duration.parts.hours],
  ['minutes', (duration: DaysTimeDuration) => duration.parts.minutes],
  ['seconds', (duration: DaysTimeDuration) => duration.parts.seconds],
])

const MONTHS: Properties<YearsMonthsDuration> = new Map([
  ['years', (duration: YearsMonthsDuration) => Math.trunc(duration.months / 12)],
  ['months', (duration: YearsMonthsDuration) => duration.months % 12],
])

const RANGE: Properties<FeelRange> = new Map<string, (range: FeelRange) => FeelValue>([
  ['start', (range) => range.start],
  ['end', (range) => range.end],
  ['start included', (range) => range.startIncluded],
  ['end included', (range) => range.endIncluded],
])

/** A part of a temporal value or of a range; null with a warning when it has none of that name. */
export function propertyOf(machine: Machine, value: FeelValue, name: string): FeelValue {
  if (name === 'time offset') payForZone(machine, value)
  const found = find(value, name)
  if (found !== undefined) return found
  return machine.warn('feel_type', `Expected a value with "${name}", got ${kindOf(value)}; null is used.`)
}

function find(value: FeelValue, name: string): FeelValue | undefined {
  if (value instanceof FeelDate) return DATE.get(name)?.(value)
  if (value instanceof FeelTime) return TIME.get(name)?.(value)
  if (value instanceof FeelDateTime) return dateTimeProperty(value, name)
  if (value instanceof DaysTimeDuration) return DAYS.get(name)?.(value)
  if (value instanceof YearsMonthsDuration) return MONTHS.get(name)?.(value)
  return value instanceof FeelRange ? RANGE.get(name)?.(value) : undefined
}

function dateTimeProperty(value: FeelDateTime, name: string): FeelValue | undefined {
  if (name === 'time offset') return offsetOf(value.offsetSeconds)
  return DATE.has(name) ? DATE.get(name)?.(value.date) : TIME.get(name)?.(value.time)
}
