import {
  fromAbsolute,
  parseDate,
  parseDateTime,
  parseTime,
  toCalendarDateTime,
  toZoned,
  type ZonedDateTime,
} from '@internationalized/date'
import { plainDigits } from './plain-digits.ts'

const invisible = /[\u200e\u200f\u061c\u2066-\u2069]/g
const dateShape = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/
const timeShape = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/

/** What a date or time is stored with: its offset, as UTC, or nothing. */
export type OffsetStyle = 'offset' | 'utc' | 'none'

const cleaned = (text: string): string =>
  text.length > 60 ? '' : plainDigits(text).replace(invisible, '').trim()

/** A Gregorian date as `2026-03-01`; null for anything else, such as 2026-02-30. */
export function readDate(text: string): string | null {
  const found = dateShape.exec(cleaned(text))
  if (found === null) return null
  const [, year = '', month = '', day = ''] = found
  return attempt(() => parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).toString())
}

/** A time of day as `09:30:00`, with the offset it came with (`+03:30`, `Z`) unless the style is `none`. */
export function readTime(text: string, style: OffsetStyle): string | null {
  const found = timeShape.exec(cleaned(text))
  if (found === null) return null
  const [, hour = '', minute = '', second = '00', offset = ''] = found
  const time = attempt(() => parseTime(`${hour.padStart(2, '0')}:${minute}:${second}`).toString())
  return time === null || !isOffset(offset) ? null : time + (style === 'none' ? '' : offset)
}

/**
 * A date with a time as `2026-03-01T09:30:00+03:30` (`Z` or nothing by the style). Text without an offset is a time of
 * the zone; where clocks are set back it means the earlier of both.
 */
export function readDateTime(text: string, style: OffsetStyle, zone: string): string | null {
  const [datePart = '', timePart = '', ...rest] = cleaned(text)
    .replace(/\[[^\]]*\]$/, '')
    .split(/[T ]/i)
  const date = readDate(datePart)
  const found = timeShape.exec(timePart)
  const time = readTime(timePart, 'none')
  if (date === null || time === null || found === null || rest.length > 0) return null
  return attempt(() => write(`${date}T${time}`, found[4] ?? '', style, zone))
}

function write(local: string, offset: string, style: OffsetStyle, zone: string): string {
  if (offset === '') {
    if (style === 'none') return local
    const zoned = toZoned(parseDateTime(local), zone, 'compatible')
    return style === 'utc' ? utcText(zoned.toDate().getTime()) : offsetText(zoned)
  }
  if (!isOffset(offset)) throw new RangeError(`offset ${offset}`)
  const instant = Date.parse(local + offset)
  if (style === 'utc') return utcText(instant)
  return style === 'offset' ? local + offset : toCalendarDateTime(fromAbsolute(instant, zone)).toString()
}

const utcText = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`

const offsetText = (zoned: ZonedDateTime): string => zoned.toString().replace(/\[[^\]]*\]$/, '')

/** Hours to 14 and minutes to 59, as zones of the world have them. */
function isOffset(offset: string): boolean {
  if (offset === '' || offset === 'Z') return true
  const [hours = 99, minutes = 99] = offset.slice(1).split(':').map(Number)
  return hours <= 14 && minutes <= 59
}

/** The date library throws for what is no date; here that is an answer. */
function attempt(read: () => string): string | null {
  try {
    return read()
  } catch {
    return null
  }
}
