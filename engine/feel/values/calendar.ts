/**
 * The proleptic Gregorian calendar on plain integers. JavaScript's Date ends at the year 275,760; FEEL reaches
 * ±999,999,999, so days are counted here by the well-known 400-year cycle.
 */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export const MAX_YEAR = 999_999_999

/** Days since 1970-01-01. */
export function daysFromCivil({ year, month, day }: CivilDate): number {
  const y = month <= 2 ? year - 1 : year
  const cycle = Math.floor(y / 400)
  const yearOfCycle = y - cycle * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfCycle =
    yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear
  return cycle * 146_097 + dayOfCycle - 719_468
}

/** The date that many days after 1970-01-01. */
export function civilFromDays(days: number): CivilDate {
  const z = days + 719_468
  const cycle = Math.floor(z / 146_097)
  const dayOfCycle = z - cycle * 146_097
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36_524) -
      Math.floor(dayOfCycle / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 }
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days of a month (1–12). */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)

export const isCivilDate = ({ year, month, day }: CivilDate): boolean =>
  Number.isInteger(year) &&
  Math.abs(year) <= MAX_YEAR &&
  Number.isInteger(month) &&
  month >= 1 &&
  month <= 12 &&
  Number.isInteger(day) &&
  day >= 1 &&
  day <= daysInMonth(year, month)

/** The same day some months later, or the last day of that month when it is shorter. */
export function plusMonths({ year, month, day }: CivilDate, months: number): CivilDate {
  const index = year * 12 + (month - 1) + months
  const newYear = Math.floor(index / 12)
  const newMonth = index - newYear * 12 + 1
  return { year: newYear, month: newMonth, day: Math.min(day, daysInMonth(newYear, newMonth)) }
}

/** Monday = 1 … Sunday = 7, for days since 1970-01-01 (a Thursday). */
export const isoWeekday = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1

/** ISO 8601 week number (1–53). */
export function isoWeek(date: CivilDate): number {
  const days = daysFromCivil(date)
  const thursday = days - isoWeekday(days) + 4
  const firstOfYear = daysFromCivil({ year: civilFromDays(thursday).year, month: 1, day: 1 })
  return Math.floor((thursday - firstOfYear) / 7) + 1
}

export const pad = (value: number, width: number): string => String(value).padStart(width, '0')

export const yearText = (year: number): string => (year < 0 ? `-${pad(-year, 4)}` : pad(year, 4))
