import { parseDate, toZoned } from '@internationalized/date'
import type { FeelExpression } from '../../engine/feel/index.ts'
import { toJson } from '../../engine/feel/index.ts'
import { fail, ok } from '../../engine/result.ts'
import type { FieldContext } from '../rules/field-context.ts'
import { ruleFuel } from '../rules/rule.ts'
import type { ComponentReader } from '../schema/component-reader.ts'
import { type FieldErrorCode, type FieldFault, fault } from '../submission/field-error.ts'
import { type OffsetStyle, readDate, readDateTime, readTime } from '../values/iso-date.ts'
import type { FieldType } from './field-type.ts'

export type DatetimeSubtype = 'date' | 'time' | 'datetime'

export interface DatetimeSettings {
  readonly subtype: DatetimeSubtype
  readonly offset: OffsetStyle
  /** Days before today are refused. */
  readonly disallowPassedDates: boolean
  /** First and last allowed value: ISO text or an expression that yields a date. */
  readonly min: string | FeelExpression | null
  readonly max: string | FeelExpression | null
  readonly use24h: boolean
  /** Minutes between the times that are offered. */
  readonly timeInterval: number
}

/** Years outside these are another calendar's year taken for a Gregorian one (Persian 1405, Buddhist 2569). */
const firstYear = 1800
const lastYear = 2400

const wrongType: Record<DatetimeSubtype, FieldErrorCode> = {
  date: 'not_a_date',
  time: 'not_a_time',
  datetime: 'not_a_date_time',
}

/** A date (`2026-03-01`), a time (`09:30:00`) or both (`2026-03-01T09:30:00+03:30`); always Gregorian when stored. */
export const datetime: FieldType<'datetime'> = {
  kind: 'datetime',
  holdsValue: true,
  parse: parseDatetime,
  empty: null,
  isMissing: (value) => value === null,
  normalise(raw, settings, context) {
    if (raw === null || raw === undefined || raw === '') return ok(null)
    const text = typeof raw === 'string' ? read(raw, settings, context.zone) : null
    if (text === null) return fail(fault(wrongType[settings.subtype]))
    if (settings.subtype !== 'time' && !inCalendarRange(text))
      return fail(fault('date_out_of_range', { min: firstYear, max: lastYear }))
    return ok(text)
  },
  validate: (value, settings, context) => validateDatetime(String(value), settings, context),
  display: (value, settings, language) =>
    value === null ? '' : display(String(value), settings.subtype, language),
}

const read = (text: string, { subtype, offset }: DatetimeSettings, zone: string): string | null => {
  if (subtype === 'date') return readDate(text)
  return subtype === 'time' ? readTime(text, offset) : readDateTime(text, offset, zone)
}

const inCalendarRange = (text: string): boolean => {
  const year = Number(text.slice(0, 4))
  return year >= firstYear && year <= lastYear
}

function validateDatetime(text: string, settings: DatetimeSettings, context: FieldContext): FieldFault[] {
  const min = limitOf(settings.min, settings, context)
  const max = limitOf(settings.max, settings, context)
  const at = position(text, settings.subtype, context.zone)
  const passed = settings.disallowPassedDates && settings.subtype !== 'time' && at < startOfToday(context)
  return [
    ...(passed ? [fault('date_passed')] : []),
    ...(min !== null && at < position(min, settings.subtype, context.zone)
      ? [fault('too_small', { min })]
      : []),
    ...(max !== null && at > position(max, settings.subtype, context.zone)
      ? [fault('too_large', { max })]
      : []),
  ]
}

function limitOf(
  limit: DatetimeSettings['min'],
  settings: DatetimeSettings,
  context: FieldContext,
): string | null {
  if (limit === null || typeof limit === 'string') return limit
  const result = limit.evaluate(context.lookup, { ...context, fuel: ruleFuel })
  const text = result.ok ? toJson(result.value) : null
  return typeof text === 'string' ? read(text, settings, context.zone) : null
}

/** Milliseconds that order values of one subtype. */
function position(text: string, subtype: DatetimeSubtype, zone: string): number {
  if (subtype === 'date') return toZoned(parseDate(text), zone).toDate().getTime()
  const full = subtype === 'time' ? `2000-01-01T${text}` : text
  return Date.parse(readDateTime(full, 'utc', subtype === 'time' ? 'UTC' : zone) ?? '')
}

function startOfToday({ now, zone }: FieldContext): number {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone, calendar: 'gregory' }).format(now)
  return toZoned(parseDate(today), zone).toDate().getTime()
}

/** In the language's own calendar: Persian for fa, Buddhist for th. A time with an offset is shown as it was written. */
function display(text: string, subtype: DatetimeSubtype, language: string): string {
  const local = subtype === 'time' ? `2000-01-01T${text}` : text
  const wallClock = Date.parse(`${local.slice(0, 19)}${subtype === 'date' ? 'T00:00:00' : ''}Z`)
  const style: Intl.DateTimeFormatOptions = {
    ...(subtype === 'time' ? {} : { dateStyle: 'medium' }),
    ...(subtype === 'date' ? {} : { timeStyle: 'short' }),
    timeZone: 'UTC',
  }
  return new Intl.DateTimeFormat(language, style).format(wallClock)
}

function parseDatetime(reader: ComponentReader): DatetimeSettings {
  const subtype = reader.at('subtype') ?? 'date'
  const known = subtype === 'date' || subtype === 'time' || subtype === 'datetime'
  if (!known) reader.invalid('subtype', '"date", "time" or "datetime"', subtype)
  const settings: DatetimeSettings = {
    subtype: known ? subtype : 'date',
    offset: offsetStyle(reader.at('timeSerializingFormat')),
    disallowPassedDates: reader.flag('disallowPassedDates'),
    min: null,
    max: null,
    use24h: reader.flag('use24h'),
    timeInterval: reader.count('timeInterval', reader.at('timeInterval')) ?? 15,
  }
  return { ...settings, min: parseLimit(reader, 'min', settings), max: parseLimit(reader, 'max', settings) }
}

function parseLimit(
  reader: ComponentReader,
  name: 'min' | 'max',
  settings: DatetimeSettings,
): DatetimeSettings['min'] {
  const source = reader.property(name)
  if (source === null) return null
  if (source.startsWith('=')) return reader.expression(`properties.${name}`, source)
  const limit = read(source, settings, 'UTC')
  if (limit === null)
    reader.invalid(`properties.${name}`, `an ISO ${settings.subtype} or an expression`, source)
  return limit
}

const offsetStyle = (format: unknown): OffsetStyle => {
  if (format === 'utc_normalized') return 'utc'
  return format === 'no_timezone' ? 'none' : 'offset'
}
