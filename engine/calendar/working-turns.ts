import { addWorkingDuration } from './add-working-duration.ts'
import type { WorkingCalendar } from './compile-calendar.ts'
import { inHours, timeShown, workingDayAfter } from './working-days.ts'
import { type WorkingDuration, waysOf } from './working-duration.ts'
import { addWorkingTime, REACH_DAYS, workingTimeBetween } from './working-time.ts'

/** A turn of a cycle. */
export interface Turn {
  readonly at: number
  /** How many turns lie between the one before and this one: they are left out. */
  readonly passed: number
}

/** Turns that one look may pass over: more are due to a fault of the clock. */
const MOST_PASSED = 20_000

/**
 * The first turn of a cycle in working time that is later than `moment`, counted on from the turn `previous`. Neither a
 * short day nor a month without that date moves the turns after it. Null when it is out of reach.
 * @param start the moment from which the turns are counted
 */
export function workingTurnAfter(
  calendar: WorkingCalendar,
  duration: WorkingDuration,
  { start, previous, moment }: { readonly start: number; readonly previous: number; readonly moment: number },
): Turn | null {
  const [way] = waysOf(duration)
  if (way === 'time') return byTime(calendar, duration.time, previous, moment)
  if (way === 'days') return byDays(calendar, duration.days, start, previous, moment)
  return byCalendar(calendar, duration, start, previous, moment)
}

function byTime(calendar: WorkingCalendar, length: number, previous: number, moment: number): Turn | null {
  const worked = workingTimeBetween(calendar, previous, moment)
  if (worked === null) return null
  const passed = Math.floor(worked / length)
  const at = addWorkingTime(calendar, previous, (passed + 1) * length)
  return at === null ? null : { at, passed }
}

/** At the time of the day of the first turn. */
function byDays(
  calendar: WorkingCalendar,
  days: number,
  start: number,
  previous: number,
  moment: number,
): Turn | null {
  const time = timeShown(calendar, start)
  let day = calendar.dayOf(previous)
  for (let passed = 0; passed <= REACH_DAYS; passed++) {
    const next = workingDayAfter(calendar, day, days)
    if (next === null) return null
    const at = inHours(calendar, next, time)
    if (at > moment) return { at, passed }
    day = next
  }
  return null
}

function byCalendar(
  calendar: WorkingCalendar,
  { years, months, weeks }: WorkingDuration,
  start: number,
  previous: number,
  moment: number,
): Turn | null {
  let passed = -1
  for (let count = 1; count <= MOST_PASSED; count++) {
    const parts = { years: years * count, months: months * count, weeks: weeks * count, days: 0, time: 0 }
    const at = addWorkingDuration(calendar, start, parts)
    if (at === null) return null
    if (at > previous) passed++
    if (at > moment) return { at, passed }
  }
  return null
}
