import { ok, type Result } from '../result.ts'
import { type CalendarDefinition, type Hours, weekdays } from './calendar-definition.ts'
import { type CalendarProblem, checkCalendar } from './check-calendar.ts'
import { timeOfDay } from './hours.ts'
import { DAY, momentShowing, shownAt } from './wall-clock.ts'
import { yearlyDays } from './yearly-days.ts'

/** Working time without a break; half open, epoch milliseconds. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** When work is done, ready to count by. */
export interface WorkingCalendar {
  /** IANA time zone. */
  readonly zone: string
  /** Number of the local day on which a moment lies; 0 is 1970-01-01. */
  dayOf(moment: number): number
  /** Of the day of this number, in order. */
  intervalsOf(day: number): readonly Interval[]
}

/** Days that are kept once they are known; ten years of them are a megabyte. */
const MOST_KEPT = 4_096

/** Fails with what is wrong with the definition. Days are worked out when they are asked for. */
export function compileCalendar(definition: CalendarDefinition): Result<WorkingCalendar, CalendarProblem> {
  const checked = checkCalendar(definition)
  if (!checked.ok) return checked
  const { zone } = definition
  const hoursOf = hoursByDay(definition)
  const kept = new Map<number, readonly Interval[]>()
  return ok({
    zone,
    dayOf: (moment) => Math.floor(shownAt(moment, zone) / DAY),
    intervalsOf(day) {
      const known = kept.get(day)
      if (known) return known
      if (kept.size >= MOST_KEPT) kept.clear()
      const intervals = intervalsOn(day, hoursOf(day), zone)
      kept.set(day, intervals)
      return intervals
    },
  })
}

function hoursByDay({ week, days, yearly }: CalendarDefinition): (day: number) => readonly Hours[] {
  const byDate = new Map(days.map(({ date, hours }) => [Date.parse(date) / DAY, hours]))
  const yearlyOn = yearlyDays(yearly)
  return (day) => byDate.get(day) ?? yearlyOn(day)?.hours ?? week[weekdayOf(day)]
}

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number) => weekdays[(((day + 4) % 7) + 7) % 7]!

/** An hour that the clock shows twice is worked twice, one that it leaves out is not worked. */
function intervalsOn(day: number, hours: readonly Hours[], zone: string): Interval[] {
  const intervals: Interval[] = []
  for (const [begin, end] of hours) {
    // `checkCalendar` has read these times before.
    const from = momentShowing(day * DAY + timeOfDay(begin)!, zone, 'first')
    const to = momentShowing(day * DAY + timeOfDay(end)!, zone, 'last')
    const free = Math.max(from, intervals.at(-1)?.to ?? from)
    if (to > free) intervals.push({ from: free, to })
  }
  return intervals
}
