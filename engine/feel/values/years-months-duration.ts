const DURATION = /^(-?)P(?:(\d{1,15})Y)?(?:(\d{1,15})M)?$/

/** A length of time in years and months, which have no fixed number of days. */
export class YearsMonthsDuration {
  readonly months: number

  private constructor(months: number) {
    this.months = months
  }

  /** Null when the number of months is not a safe integer. */
  static of(months: number): YearsMonthsDuration | null {
    return Number.isSafeInteger(months) ? new YearsMonthsDuration(months) : null
  }

  toString(): string {
    if (this.months === 0) return 'P0M'
    const total = Math.abs(this.months)
    const years = Math.floor(total / 12)
    const months = total % 12
    return `${this.months < 0 ? '-' : ''}P${years > 0 ? `${years}Y` : ''}${months > 0 ? `${months}M` : ''}`
  }
}

/** Reads `P1Y2M`; null for anything else, also for durations with days or times. */
export function parseYearsMonthsDuration(text: string): YearsMonthsDuration | null {
  const match = DURATION.exec(text)
  if (match === null || text.endsWith('P')) return null
  const [, sign, years, months] = match
  const total = Number(years ?? 0) * 12 + Number(months ?? 0)
  return YearsMonthsDuration.of(sign === '-' ? -total : total)
}
