import {
  type Calendar,
  CalendarDate,
  GregorianCalendar,
  HebrewCalendar,
  IndianCalendar,
  IslamicCivilCalendar,
  IslamicUmalquraCalendar,
  PersianCalendar,
} from '@internationalized/date'
import type { YearlyCalendar, YearlyDay } from './calendar-definition.ts'
import { DAY } from './wall-clock.ts'

const calendars: Readonly<Record<YearlyCalendar, Calendar>> = {
  gregorian: new GregorianCalendar(),
  persian: new PersianCalendar(),
  'islamic-umalqura': new IslamicUmalquraCalendar(),
  'islamic-civil': new IslamicCivilCalendar(),
  hebrew: new HebrewCalendar(),
  indian: new IndianCalendar(),
}

/** Julian day number of 1970-01-01. */
const EPOCH = 2_440_588

/** Longest month, and months of the longest year. */
const sizes: Readonly<Record<YearlyCalendar, readonly [days: number, months: number]>> = {
  gregorian: [31, 12],
  persian: [31, 12],
  'islamic-umalqura': [30, 12],
  'islamic-civil': [30, 12],
  hebrew: [30, 13],
  indian: [31, 12],
}

export function isYearlyDay({ calendar, month, day }: YearlyDay): boolean {
  const [days, months] = sizes[calendar]
  return isIn(day, days) && isIn(month, months)
}

const isIn = (number: number, most: number) => Number.isInteger(number) && number >= 1 && number <= most

/** Finds the rule that falls on a day (numbered from 1970-01-01); of several the last. Worked out a year at a time. */
export function yearlyDays(rules: readonly YearlyDay[]): (day: number) => YearlyDay | undefined {
  const kept = new Map<number, ReadonlyMap<number, YearlyDay>>()
  return (day) => {
    const year = new Date(day * DAY).getUTCFullYear()
    const known = kept.get(year) ?? daysIn(year, rules)
    kept.set(year, known)
    return known.get(day)
  }
}

/** Its days by their number. A Gregorian year touches two or three of another calendar. */
function daysIn(year: number, rules: readonly YearlyDay[]): ReadonlyMap<number, YearlyDay> {
  const found = new Map<number, YearlyDay>()
  const [first, last] = [Date.UTC(year, 0, 1) / DAY, Date.UTC(year, 11, 31) / DAY]
  for (const rule of rules) {
    const calendar = calendars[rule.calendar]
    const end = calendar.fromJulianDay(last + EPOCH).year
    for (let own = calendar.fromJulianDay(first + EPOCH).year; own <= end; own++) {
      const day = dayOf(calendar, own, rule)
      if (day !== null) found.set(day, rule)
    }
  }
  return found
}

/** Null in a year that has no such day: 30 Esfand is only in leap years. */
function dayOf(calendar: Calendar, year: number, { month, day }: YearlyDay): number | null {
  const date = new CalendarDate(calendar, year, month, day) // a day that there is not becomes the nearest
  return date.month === month && date.day === day ? calendar.toJulianDay(date) - EPOCH : null
}
