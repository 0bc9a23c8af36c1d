import { IANAZone } from 'luxon'

export const DAY = 86_400_000
const MINUTE = 60_000

/** What a clock on a wall of this zone shows, as milliseconds since 1970-01-01 00:00 of that clock. */
export const shownAt = (moment: number, zone: string): number =>
  moment + IANAZone.create(zone).offset(moment) * MINUTE

/**
 * The moment at which the clock shows something. Where the clocks go back it shows it twice: `which` of them. Where they
 * go forward it never does: then it is the moment of the change.
 */
export function momentShowing(shown: number, zone: string, which: 'first' | 'last'): number {
  const clock = IANAZone.create(zone)
  // No zone is a day from UTC, and no two changes lie within two days.
  const before = clock.offset(shown - DAY) * MINUTE
  const after = clock.offset(shown + DAY) * MINUTE
  if (before === after) return shown - before
  const early = shown - Math.max(before, after)
  const late = shown - Math.min(before, after)
  const holds = [early, late].filter((moment) => shownAt(moment, zone) === shown)
  if (holds.length > 0) return which === 'first' ? holds[0]! : holds.at(-1)!
  return changeBetween(early, late, clock)
}

/** When the offset changes: after `from`, by `to`. */
function changeBetween(from: number, to: number, clock: IANAZone): number {
  const before = clock.offset(from)
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (clock.offset(middle) === before) low = middle
    else high = middle
  }
  return high
}
