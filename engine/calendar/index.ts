/** The door of calendars. See README.md for its terms. */
export { addWorkingDuration } from './add-working-duration.ts'
export {
  type CalendarDefinition,
  type Hours,
  type SpecialDay,
  type Weekday,
  type WorkingWeek,
  weekdays,
  type YearlyCalendar,
  type YearlyDay,
  yearlyCalendars,
} from './calendar-definition.ts'
export type { CalendarProblem } from './check-calendar.ts'
export { compileCalendar, type WorkingCalendar } from './compile-calendar.ts'
export { checkCron, looksLikeCron, nextByCron } from './cron.ts'
export { isCountry, weekOf } from './weekends.ts'
export { meansWorkingTime, readWorkingDuration, type WorkingDuration, waysOf } from './working-duration.ts'
export { nextWorkingMoment } from './working-time.ts'
export { type Turn, workingTurnAfter } from './working-turns.ts'
