import { readWorkingDuration, waysOf } from '../calendar/index.ts'
import { addDuration } from '../feel/index.ts'

const date = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/
const time = /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2}(\[[\w/+-]+\])?|@[\w/+-]+)?$/

/** A date, or a date and time: with an offset, with a zone after `@`, or meant in the zone of the instance. */
export const isDateTime = (text: string): boolean =>
  date.test(text) && isDayOfMonth(text) && (text.length === 10 || time.test(text.slice(10)))

/** P1D, PT1H30M, …: what the engine can add to a moment. */
export const isDuration = (text: string): boolean => /\d/.test(text) && addDuration(0, text, 'UTC').ok

/** As `isDuration`, or working time: BP2D, BPT4H. [BT1] */
export const isAnyDuration = (text: string): boolean => isDuration(text) || readWorkingDuration(text) !== null

/** R3/PT1H, R/2026-03-01T09:00:00Z/P1D/2026-12-31: repetitions (none: any number), optional start, interval, optional end. */
export function isRepetition(text: string): boolean {
  const [repetitions = '', ...rest] = text.split('/')
  if (!/^R(-1|0*[1-9]\d{0,8})?$/.test(repetitions)) return false
  if (rest.length > 1 && !/^B?P/.test(rest[0]!) && !isDateTime(rest.shift()!)) return false
  const [interval, end, ...more] = rest
  return (
    interval !== undefined &&
    advances(interval) &&
    more.length === 0 &&
    (end === undefined || isDateTime(end))
  )
}

/** A cycle that does not advance would fire for ever at once. */
function advances(interval: string): boolean {
  const working = readWorkingDuration(interval)
  if (working !== null) return waysOf(working).length === 1 // more can't be counted through [BT4]
  const next = addDuration(0, interval, 'UTC')
  return next.ok && next.value > 0
}

/** The 31st of April does not exist. */
function isDayOfMonth(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).getUTCDate() === day
}
