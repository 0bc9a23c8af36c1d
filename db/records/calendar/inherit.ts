import { type CalendarDefinition, weekOf } from '../../../engine/calendar/index.ts'
import type { CalendarSettings } from './calendar.ts'

/**
 * What holds where these calendars stand above each other, the nearest first. Week and zone are those of the nearest that has
 * them; special days add up, and on the same day the nearest holds. Without any: office hours from Monday to Friday.
 * @param zone where no calendar has one: the company's
 */
export function inherit(chain: readonly CalendarSettings[], zone: string): CalendarDefinition {
  const weeks = chain.map(({ week, country }) => week ?? (country === null ? null : weekOf(country)))
  const farthestFirst = chain.toReversed()
  return {
    zone: chain.find(({ timeZone }) => timeZone !== null)?.timeZone ?? zone,
    week: weeks.find((week) => week !== null) ?? weekOf(''),
    days: unique(
      farthestFirst.flatMap(({ days }) => days),
      ({ date }) => date,
    ),
    yearly: unique(
      farthestFirst.flatMap(({ yearly }) => yearly),
      ({ calendar, month, day }) => `${calendar} ${month} ${day}`,
    ),
  }
}

/** Of several with the same name the last. */
const unique = <T>(all: readonly T[], nameOf: (one: T) => string): T[] => [
  ...new Map(all.map((one) => [nameOf(one), one])).values(),
]
