import { Duration } from 'luxon'

/** `BP1M2DT3H` read: months and weeks by the calendar, then working days, then working time. */
export interface WorkingDuration {
  readonly years: number
  readonly months: number
  readonly weeks: number
  readonly days: number
  /** Milliseconds of working time. */
  readonly time: number
}

/** A text that means working time, well-formed or not. */
export const meansWorkingTime = (text: string): boolean => /^-?BP/.test(text)

/** Null when it is none: parts are whole and not negative, but hours, minutes and seconds may have fractions. */
export function readWorkingDuration(text: string): WorkingDuration | null {
  const match = /^BP(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?(T\d[\d.,HMS]*)?$/.exec(text)
  if (!match || !/\d/.test(text)) return null
  const [, years, months, weeks, days, time] = match
  const rest = Duration.fromISO(`P${time ?? 'T0S'}`)
  if (!rest.isValid) return null
  const number = (part: string | undefined) => Number(part ?? 0)
  return {
    years: number(years),
    months: number(months),
    weeks: number(weeks),
    days: number(days),
    time: rest.toMillis(),
  }
}

/** Which of its three ways of counting a duration uses. */
export function waysOf({
  years,
  months,
  weeks,
  days,
  time,
}: WorkingDuration): ('calendar' | 'days' | 'time')[] {
  const calendar = years + months + weeks > 0 ? (['calendar'] as const) : []
  return [...calendar, ...(days > 0 ? (['days'] as const) : []), ...(time > 0 ? (['time'] as const) : [])]
}
