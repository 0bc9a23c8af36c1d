import type { Hours } from './calendar-definition.ts'

const MINUTE = 60_000

/** Milliseconds after midnight; null when it is no time of a day. */
export function timeOfDay(text: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(text)
  if (!match) return null
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return Number(match[2]) < 60 && minutes <= 24 * 60 ? minutes * MINUTE : null
}

/** In order, each of some length, none overlapping. */
export function areHours(all: readonly Hours[]): boolean {
  let end = 0
  for (const [from, to] of all) {
    const [begin, finish] = [timeOfDay(from), timeOfDay(to)]
    if (begin === null || finish === null || begin < end || finish <= begin) return false
    end = finish
  }
  return true
}
