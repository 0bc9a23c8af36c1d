import { civilFromDays, daysFromCivil, isCivilDate, MAX_YEAR, pad, plusMonths, yearText } from './calendar.ts'

const DATE = /^(-?\d{4,9})-(\d{2})-(\d{2})$/

/** A calendar day without a time. Build it with `FeelDate.of` or `parseDate`, which check it. */
export class FeelDate {
  readonly year: number
  readonly month: number
  readonly day: number

  private constructor(year: number, month: number, day: number) {
    this.year = year
    this.month = month
    this.day = day
  }

  /** Null when there is no such day. */
  static of(year: number, month: number, day: number): FeelDate | null {
    return isCivilDate({ year, month, day }) ? new FeelDate(year, month, day) : null
  }

  /** The day that many days after 1970-01-01, null beyond the years FEEL knows. */
  static ofEpochDay(days: number): FeelDate | null {
    if (!(Math.abs(days) < MAX_YEAR * 367)) return null
    const { year, month, day } = civilFromDays(days)
    return FeelDate.of(year, month, day)
  }

  get epochDay(): number {
    return daysFromCivil(this)
  }

  plusMonths(months: number): FeelDate | null {
    const { year, month, day } = plusMonths(this, months)
    return FeelDate.of(year, month, day)
  }

  toString(): string {
    return `${yearText(this.year)}-${pad(this.month, 2)}-${pad(this.day, 2)}`
  }
}

/** Reads `2026-02-28`; null when it is not a day. Years of more than four digits have no leading zero. */
export function parseDate(text: string): FeelDate | null {
  const match = DATE.exec(text)
  if (match === null) return null
  const year = match[1] ?? ''
  if (/^-?0\d{4}/.test(year)) return null
  return FeelDate.of(Number(year), Number(match[2]), Number(match[3]))
}
