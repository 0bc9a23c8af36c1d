const steps = [
  { unit: 'minute', seconds: 60, below: 60 * 60 },
  { unit: 'hour', seconds: 60 * 60, below: 24 * 60 * 60 },
  { unit: 'day', seconds: 24 * 60 * 60, below: 14 * 24 * 60 * 60 },
  { unit: 'week', seconds: 7 * 24 * 60 * 60, below: 60 * 24 * 60 * 60 },
  { unit: 'month', seconds: 30.44 * 24 * 60 * 60, below: 365 * 24 * 60 * 60 },
  { unit: 'year', seconds: 365.25 * 24 * 60 * 60, below: Number.POSITIVE_INFINITY },
] as const

/**
 * The moment as a distance from now, in words of the locale: "in 2 hours", "3 days ago", "now".
 * `at` and `now` are epoch milliseconds. Under half a minute is "now"; the rest is rounded to whole units.
 */
export function relativeTime(at: number, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const seconds = (at - now) / 1000
  const step = steps.find(
    (candidate) => Math.abs(rounded(seconds, candidate)) * candidate.seconds < candidate.below,
  )
  const { unit, seconds: length } = step ?? steps[5]
  const count = Math.round(seconds / length)
  return count === 0 ? format.format(0, 'second') : format.format(count, unit)
}

const rounded = (seconds: number, step: { readonly seconds: number }): number =>
  Math.round(seconds / step.seconds)
