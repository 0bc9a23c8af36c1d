import { IANAZone } from 'luxon'
import { fail, ok, type Result } from '../result.ts'
import { type CalendarDefinition, weekdays } from './calendar-definition.ts'
import { areHours } from './hours.ts'
import { isYearlyDay } from './yearly-days.ts'

export type CalendarProblemCode =
  | 'calendar_zone_unknown'
  | 'calendar_hours_invalid'
  | 'calendar_day_invalid'
  | 'calendar_too_long'
  | 'calendar_never_works'

export interface CalendarProblem {
  readonly code: CalendarProblemCode
  /** Expected, got, what to do. */
  readonly message: string
}

const MOST_HOURS = 12
const MOST_DAYS = 10_000
const MOST_YEARLY = 1_000

/** Passes what time can be counted by. A week without any hours is refused: its working time would never come. */
export function checkCalendar(definition: CalendarDefinition): Result<CalendarDefinition, CalendarProblem> {
  const problem =
    zoneProblem(definition) ?? sizeProblem(definition) ?? hoursProblem(definition) ?? dayProblem(definition)
  if (problem) return fail(problem)
  if (weekdays.every((day) => definition.week[day].length === 0))
    return fail({
      code: 'calendar_never_works',
      message:
        'Expected at least one weekday with working hours, got none: give one, like monday 09:00–17:00.',
    })
  return ok(definition)
}

const zoneProblem = ({ zone }: CalendarDefinition): CalendarProblem | null =>
  IANAZone.isValidZone(zone)
    ? null
    : {
        code: 'calendar_zone_unknown',
        message: `Expected an IANA time zone, got "${zone}"; use one such as Asia/Tehran.`,
      }

const sizeProblem = ({ days, yearly }: CalendarDefinition): CalendarProblem | null =>
  days.length <= MOST_DAYS && yearly.length <= MOST_YEARLY
    ? null
    : {
        code: 'calendar_too_long',
        message: `Expected at most ${MOST_DAYS} dates and ${MOST_YEARLY} yearly days, got ${days.length} and ${yearly.length}: leave out past ones.`,
      }

function hoursProblem({ week, days, yearly }: CalendarDefinition): CalendarProblem | null {
  const all = [
    ...weekdays.map((day) => ({ where: day, hours: week[day] })),
    ...days.map(({ date, hours }) => ({ where: date, hours })),
    ...yearly.map(({ name, hours }) => ({ where: name, hours })),
  ]
  const bad = all.find(({ hours }) => hours.length > MOST_HOURS || !areHours(hours))
  if (!bad) return null
  const got = bad.hours.map((one) => one.join('–')).join(', ')
  return {
    code: 'calendar_hours_invalid',
    message: `${bad.where}: expected at most ${MOST_HOURS} times like 09:00–17:00, one after another within the day, got ${got}.`,
  }
}

function dayProblem({ days, yearly }: CalendarDefinition): CalendarProblem | null {
  const bad =
    days.find(({ date }) => !isDate(date))?.date ?? yearly.find((one) => !isYearlyDay(one))?.name ?? null
  if (bad === null) return null
  const message = `Expected a date like 2026-03-21, or a month and day that the calendar has, got "${bad}".`
  return { code: 'calendar_day_invalid', message }
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  Number.isFinite(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)
