import type { WorkingCalendar } from './compile-calendar.ts'
import { DAY } from './wall-clock.ts'
import { nextWorkingMoment, REACH_DAYS } from './working-time.ts'

/**
 * So many working days later, at the same time of the day: on Friday at 10:00, one working day later is Monday at 10:00.
 * What begins out of hours counts from the next working moment. Where that day has no such time, see `inHours`.
 * Null when it is out of reach.
 */
export function addWorkingDays(calendar: WorkingCalendar, moment: number, days: number): number | null {
  const start = nextWorkingMoment(calendar, moment)
  if (start === null || days === 0) return start
  const day = workingDayAfter(calendar, calendar.dayOf(start), days)
  return day === null ? null : inHours(calendar, day, timeShown(calendar, start))
}

/** The `count`th day on which some work is done, after this one. */
export function workingDayAfter(calendar: WorkingCalendar, day: number, count: number): number | null {
  let left = count
  for (let next = day + 1; next <= day + REACH_DAYS; next++)
    if (calendar.intervalsOf(next).length > 0 && --left === 0) return next
  return null
}

/** Milliseconds after midnight that the clock shows. */
export const timeShown = (calendar: WorkingCalendar, moment: number): number => {
  const shown = calendar.clock.shownAt(moment)
  return shown - Math.floor(shown / DAY) * DAY
}

/**
 * A time of a working day, within its hours: in a break it becomes the end of that break, before work its beginning, after
 * work its end. So what is promised for a day stays on that day.
 */
export function inHours(calendar: WorkingCalendar, day: number, time: number): number {
  const intervals = calendar.intervalsOf(day)
  const moment = calendar.clock.momentShowing(day * DAY + time, 'first')
  const current = intervals.find(({ to }) => moment <= to)
  return current ? Math.max(moment, current.from) : intervals.at(-1)!.to
}
