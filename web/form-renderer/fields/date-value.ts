import {
  CalendarDate,
  type DateValue,
  GregorianCalendar,
  parseAbsolute,
  parseDate,
  parseDateTime,
  parseTime,
  type Time,
  toCalendar,
  toZoned,
} from '@internationalized/date'

/** The stored text as a value for the input; null for text that is no date, and for none. */
export function dateValueOf(stored: unknown, withTime: boolean, zone: string): DateValue | null {
  if (typeof stored !== 'string' || stored === '') return null
  try {
    if (!withTime) return parseDate(stored.slice(0, 10))
    return /(Z|[+-]\d\d:\d\d)$/.test(stored)
      ? parseAbsolute(stored, zone)
      : toZoned(parseDateTime(stored), zone)
  } catch {
    return null // a draft may hold anything
  }
}

/** What is stored for the input's value: always Gregorian, times with their offset. */
export function storedDate(value: DateValue | null, withTime: boolean, zone: string): string | null {
  if (value === null) return null
  const gregorian = toCalendar(value, new GregorianCalendar())
  if (!withTime) return new CalendarDate(gregorian.year, gregorian.month, gregorian.day).toString()
  return toZoned(gregorian, zone)
    .toString()
    .replace(/\[.*\]$/, '')
}

/** The stored time as a value for the input. */
export function timeValueOf(stored: unknown): Time | null {
  if (typeof stored !== 'string' || stored === '') return null
  try {
    return parseTime(stored.slice(0, 8))
  } catch {
    return null // as above
  }
}
