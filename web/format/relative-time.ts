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
 * `at` and `now` are epoch milliseconds. Under a minute is "now"; whole units are cut, never rounded up.
 */
export function relativeTime(at: number, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const seconds = (at - now) / 1000
  if (Math.abs(seconds) < 60) return format.format(0, 'second')
  const step = steps.find((candidate) => Math.abs(seconds) < candidate.below) ?? steps[5]
  return format.format(Math.trunc(seconds / step.seconds), step.unit)
}
