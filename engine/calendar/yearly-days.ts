import {
  type Calendar,
  GregorianCalendar,
  HebrewCalendar,
  IndianCalendar,
  IslamicCivilCalendar,
  IslamicUmalquraCalendar,
  PersianCalendar,
} from '@internationalized/date'
import type { YearlyCalendar, YearlyDay } from './calendar-definition.ts'

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

/** Finds the rule that falls on a day (numbered from 1970-01-01); of several the last. */
export function yearlyDays(rules: readonly YearlyDay[]): (day: number) => YearlyDay | undefined {
  const byDate = new Map(rules.map((rule) => [`${rule.calendar} ${rule.month} ${rule.day}`, rule]))
  const used = [...new Set(rules.map(({ calendar }) => calendar))]
  return (day) => {
    for (const calendar of used) {
      const date = calendars[calendar].fromJulianDay(day + EPOCH)
      const rule = byDate.get(`${calendar} ${date.month} ${date.day}`)
      if (rule) return rule
    }
    return undefined
  }
}
