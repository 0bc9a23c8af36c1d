import { DateTime } from 'luxon'
import type { WorkingCalendar } from './compile-calendar.ts'
import { addWorkingDays } from './working-days.ts'
import type { WorkingDuration } from './working-duration.ts'
import { addWorkingTime } from './working-time.ts'

/**
 * The moment a working duration later: always one of working time, or its end. Years, months and weeks are counted first,
 * as everybody's calendar has them, then working days, then working time. Null when it is out of reach.
 * @param moment epoch milliseconds
 */
export function addWorkingDuration(
  calendar: WorkingCalendar,
  moment: number,
  { days, time, ...calendarPart }: WorkingDuration,
): number | null {
  const later = DateTime.fromMillis(moment, { zone: calendar.zone }).plus(calendarPart)
  if (!later.isValid) return null
  const day = addWorkingDays(calendar, later.toMillis(), days)
  return day === null || time === 0 ? day : addWorkingTime(calendar, day, time)
}
