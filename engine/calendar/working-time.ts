import type { WorkingCalendar } from './compile-calendar.ts'

/** How far ahead working time is looked for: eleven years. A calendar that is shut for longer has no answer. */
export const REACH_DAYS = 4_000

/**
 * The moment by which so much working time has passed since `moment`: the end of an interval rather than the beginning of
 * the next. Null when that is out of reach.
 * @param duration milliseconds; 0 gives the moment itself if it is working time, else the next that is
 */
export function addWorkingTime(calendar: WorkingCalendar, moment: number, duration: number): number | null {
  const first = calendar.dayOf(moment)
  let left = duration
  for (let day = first; day <= first + REACH_DAYS; day++) {
    for (const { from, to } of calendar.intervalsOf(day)) {
      if (to <= moment) continue
      const begin = Math.max(from, moment)
      if (left <= to - begin) return begin + left
      left -= to - begin
    }
  }
  return null
}

export const nextWorkingMoment = (calendar: WorkingCalendar, moment: number): number | null =>
  addWorkingTime(calendar, moment, 0)

/** Milliseconds of working time from one moment to a later one; null when they are out of each other's reach. */
export function workingTimeBetween(calendar: WorkingCalendar, start: number, end: number): number | null {
  const [first, last] = [calendar.dayOf(start), calendar.dayOf(end)]
  if (last - first > REACH_DAYS) return null
  let sum = 0
  for (let day = first; day <= last; day++)
    for (const { from, to } of calendar.intervalsOf(day))
      sum += Math.max(0, Math.min(to, end) - Math.max(from, start))
  return sum
}
