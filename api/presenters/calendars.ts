import type { CalendarSettings } from '../../db/records/calendar/calendar.ts'
import type {
  CalendarDefinition,
  Hours,
  SpecialDay,
  WorkingWeek,
  YearlyDay,
} from '../../engine/calendar/index.ts'
import type { Calendar } from '../contract/index.ts'

interface Shown {
  readonly id: string
  readonly version: number
  readonly own: CalendarSettings | undefined
  readonly effective: CalendarDefinition
  readonly mayChange: boolean
}

const nothing: CalendarSettings = { country: null, timeZone: null, week: null, days: [], yearly: [] }

export function presentCalendar({ own = nothing, effective, ...shown }: Shown): Calendar {
  const { zone: timeZone, week, days, yearly } = effective
  return {
    ...shown,
    own: presentSettings(own),
    effective: {
      timeZone,
      week: presentWeek(week),
      days: days.map(presentDay),
      yearly: yearly.map(presentDay),
    },
  }
}

export const presentSettings = ({
  country,
  timeZone,
  week,
  days,
  yearly,
}: CalendarSettings): Calendar['own'] => ({
  country,
  timeZone,
  week: week && presentWeek(week),
  days: days.map(presentDay),
  yearly: yearly.map(presentDay),
})

type Writable<Day> = Omit<Day, 'hours'> & { hours: [string, string][] }

const presentDay = <Day extends SpecialDay | YearlyDay>({ hours, ...day }: Day): Writable<Day> => ({
  ...day,
  hours: presentHours(hours),
})

const presentHours = (hours: readonly Hours[]) => hours.map(([from, to]): [string, string] => [from, to])

const presentWeek = (week: WorkingWeek): Calendar['effective']['week'] => ({
  sunday: presentHours(week.sunday),
  monday: presentHours(week.monday),
  tuesday: presentHours(week.tuesday),
  wednesday: presentHours(week.wednesday),
  thursday: presentHours(week.thursday),
  friday: presentHours(week.friday),
  saturday: presentHours(week.saturday),
})
