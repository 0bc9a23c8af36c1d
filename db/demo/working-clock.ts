import type { SeededRandom } from './seeded-random.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A moment of office work about `ageInDays` before `now`: Monday to Friday, 7 to 15 h UTC. */
export function officeTime(random: SeededRandom, now: number, ageInDays: number): number {
  const midnight = Math.floor((now - ageInDays * day) / day) * day
  return onWorkday(midnight, -1) + random.between(7 * 60, 15 * 60) * minute
}

/** The next office moment, `days` to `days + 2` days later. */
export function laterAtWork(random: SeededRandom, time: number, days: number): number {
  const midnight = Math.floor((time + (days + random.between(0, 2)) * day) / day) * day
  const moment = onWorkday(midnight, 1) + random.between(7 * 60, 15 * 60) * minute
  return moment > time ? moment : time + random.between(5, 90) * minute
}

/** Steps over Saturday and Sunday; direction is a day back or forth. */
function onWorkday(midnight: number, direction: 1 | -1): number {
  const weekday = new Date(midnight).getUTCDay()
  return weekday === 0 || weekday === 6 ? onWorkday(midnight + direction * day, direction) : midnight
}
