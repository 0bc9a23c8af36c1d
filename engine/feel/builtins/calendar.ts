import type { Machine } from '../machine.ts'
import { civilFromDays, daysFromCivil, daysInMonth, isoWeek, isoWeekday } from '../values/calendar.ts'
import { FeelDate } from '../values/feel-date.ts'
import { FeelDateTime } from '../values/feel-date-time.ts'
import { namedZone, UTC, ZONE_STEPS, type Zone } from '../values/zone.ts'
import { define, defineClock, takes } from './define.ts'
import { day } from './parameters.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const zoneOf = (machine: Machine): Zone => namedZone(machine.context.zone) ?? UTC

function wallClock(machine: Machine): FeelDateTime | null {
  machine.spend(ZONE_STEPS)
  return FeelDateTime.ofEpochMs(machine.context.now, zoneOf(machine))
}

const dayOfYear = (date: FeelDate): number =>
  date.epochDay - daysFromCivil({ year: civilFromDays(date.epochDay).year, month: 1, day: 1 }) + 1

export const calendarBuiltins = [
  defineClock('now', takes([], wallClock)),
  defineClock(
    'today',
    takes([], (machine) => wallClock(machine)?.date ?? null),
  ),
  define(
    'day of year',
    takes([day('date')], (_machine, date) => dayOfYear(date)),
  ),
  define(
    'day of week',
    takes([day('date')], (_machine, date) => WEEKDAYS[isoWeekday(date.epochDay) - 1] ?? null),
  ),
  define(
    'month of year',
    takes([day('date')], (_machine, date) => MONTHS[date.month - 1] ?? null),
  ),
  define(
    'week of year',
    takes([day('date')], (_machine, date) => isoWeek(date)),
  ),
  define(
    'last day of month',
    takes([day('date')], (_machine, date) =>
      FeelDate.of(date.year, date.month, daysInMonth(date.year, date.month)),
    ),
  ),
]
