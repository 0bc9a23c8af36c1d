import { ok, type Result } from '../result.ts'
import { type CalendarDefinition, type Hours, weekdays } from './calendar-definition.ts'
import { type CalendarProblem, checkCalendar } from './check-calendar.ts'
import { timeOfDay } from './hours.ts'
import { DAY, type WallClock, wallClock } from './wall-clock.ts'
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
  readonly clock: WallClock
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
  const clock = wallClock(zone)
  const hoursOf = hoursByDay(definition)
  const kept = new Map<number, readonly Interval[]>()
  return ok({
    zone,
    clock,
    dayOf: (moment) => Math.floor(clock.shownAt(moment) / DAY),
    intervalsOf(day) {
      const known = kept.get(day)
      if (known) return known
      if (kept.size >= MOST_KEPT) kept.clear()
      const intervals = intervalsOn(day, hoursOf(day), clock)
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
function intervalsOn(day: number, hours: readonly Hours[], clock: WallClock): Interval[] {
  const intervals: Interval[] = []
  for (const [begin, end] of hours) {
    // `checkCalendar` has read these times before.
    const from = clock.momentShowing(day * DAY + timeOfDay(begin)!, 'first')
    const to = clock.momentShowing(day * DAY + timeOfDay(end)!, 'last')
    const free = Math.max(from, intervals.at(-1)?.to ?? from)
    if (to > free) intervals.push({ from: free, to })
  }
  return intervals
}
