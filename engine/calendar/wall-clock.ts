export const DAY = 86_400_000
const SECOND = 1_000
const WEEK = 7 * DAY
const MOST_KEPT = 4_096

/** The clock on a wall of one time zone. What it shows is counted in milliseconds since it showed 1970-01-01 00:00. */
export interface WallClock {
  /** What it shows at a moment (epoch milliseconds). */
  shownAt(moment: number): number
  /**
   * The moment at which it shows something. Where clocks go back it shows that twice: `which` of them. Where they go forward
   * it never does: then it is the moment of the change.
   */
  momentShowing(shown: number, which: 'first' | 'last'): number
}

/** Asking a zone for its offset is slow and calendars ask day by day: where it is the same a week later it is asked once. */
export function wallClock(zone: string): WallClock {
  const offsets = zoneOffsets(zone)
  return {
    shownAt: (moment) => moment + (offsets.constantFrom(moment, moment) ?? offsets.at(moment)),
    momentShowing(shown, which) {
      // No zone is farther than 26 hours from another, so the moment is within a day and a half of what is shown.
      const constant = offsets.constantFrom(shown - 1.5 * DAY, shown + 1.5 * DAY)
      return constant === null ? showing(shown, which, offsets.at) : shown - constant
    },
  }
}

function zoneOffsets(zone: string) {
  const at = offsetAt(zone)
  const kept = new Map<number, number>()
  const atWeek = (week: number): number => {
    const known = kept.get(week)
    if (known !== undefined) return known
    if (kept.size >= MOST_KEPT) kept.clear()
    const offset = at(week * WEEK)
    kept.set(week, offset)
    return offset
  }
  /** The offset that holds from one moment to another; null when it changes there or nearby. */
  const constantFrom = (from: number, to: number): number | null => {
    const [first, last] = [Math.floor(from / WEEK), Math.floor(to / WEEK) + 1]
    const offset = atWeek(first)
    for (let week = first + 1; week <= last; week++) if (atWeek(week) !== offset) return null
    return offset
  }
  return { at, constantFrom }
}

type OffsetAt = (moment: number) => number

/** What the clock shows less the moment. Several times as fast as `IANAZone.offset`, and exact to the second. */
function offsetAt(timeZone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return (moment) => {
    const whole = Math.floor(moment / SECOND) * SECOND
    const [month, day, year, hour, minute, second] = format.format(whole).match(/\d+/g)!.map(Number)
    return Date.UTC(year!, month! - 1, day, hour, minute, second) - whole
  }
}

/** Close to a change. No two changes lie within two days. */
function showing(shown: number, which: 'first' | 'last', at: OffsetAt): number {
  const [before, after] = [at(shown - 1.5 * DAY), at(shown + 1.5 * DAY)]
  const early = shown - Math.max(before, after)
  const late = shown - Math.min(before, after)
  const holds = [early, late].filter((moment) => moment + at(moment) === shown)
  if (holds.length > 0) return which === 'first' ? holds[0]! : holds.at(-1)!
  return changeBetween(early, late, at)
}

/** When the offset changes: after `from`, by `to`. */
function changeBetween(from: number, to: number, at: OffsetAt): number {
  const before = at(from)
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (at(middle) === before) low = middle
    else high = middle
  }
  return high
}
