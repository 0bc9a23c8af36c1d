import { FeelDate, parseDate } from './feel-date.ts'
import { FeelTime, NANOS_PER_SECOND, parseTime, SECONDS_PER_DAY } from './feel-time.ts'
import { offsetAtInstant, offsetAtLocal, type Zone } from './zone.ts'

/** A day and a time of it, with or without a zone. */
export class FeelDateTime {
  readonly date: FeelDate
  readonly time: FeelTime
  private knownOffset: number | null | undefined

  constructor(date: FeelDate, time: FeelTime) {
    this.date = date
    this.time = time
  }

  /** The wall clock in a zone at an instant (epoch milliseconds). */
  static ofEpochMs(epochMs: number, zone: Zone): FeelDateTime | null {
    const nanos = BigInt(Math.floor(epochMs)) * 1_000_000n
    return FeelDateTime.ofLocalNanos(nanos + BigInt(offsetAtInstant(zone, epochMs)) * 1_000_000_000n, zone)
  }

  /** From nanoseconds since 1970-01-01T00:00 on the wall clock. */
  static ofLocalNanos(nanos: bigint, zone: Zone | null): FeelDateTime | null {
    const perSecond = BigInt(NANOS_PER_SECOND)
    const nano = ((nanos % perSecond) + perSecond) % perSecond
    const seconds = Number((nanos - nano) / perSecond)
    const days = Math.floor(seconds / SECONDS_PER_DAY)
    const date = FeelDate.ofEpochDay(days)
    if (date === null) return null
    return new FeelDateTime(date, FeelTime.ofSeconds(seconds - days * SECONDS_PER_DAY, Number(nano), zone))
  }

  get zone(): Zone | null {
    return this.time.zone
  }

  get localSeconds(): number {
    return this.date.epochDay * SECONDS_PER_DAY + this.time.secondOfDay
  }

  get localNanos(): bigint {
    return BigInt(this.localSeconds) * BigInt(NANOS_PER_SECOND) + BigInt(this.time.nano)
  }

  /** Seconds ahead of UTC, null without a zone. */
  get offsetSeconds(): number | null {
    // Asking a named zone takes microseconds; sorting asks again and again.
    if (this.knownOffset === undefined)
      this.knownOffset = this.zone === null ? null : offsetAtLocal(this.zone, this.localSeconds)
    return this.knownOffset
  }

  /** Nanoseconds since the epoch; without a zone the wall clock is taken as UTC. */
  get epochNanos(): bigint {
    return this.localNanos - BigInt(this.offsetSeconds ?? 0) * BigInt(NANOS_PER_SECOND)
  }

  /** Epoch milliseconds; without a zone of its own it is read in `zone`. */
  epochMsIn(zone: Zone): number {
    const offset = this.offsetSeconds ?? offsetAtLocal(zone, this.localSeconds)
    return (this.localSeconds - offset) * 1000 + Math.floor(this.time.nano / 1_000_000)
  }

  toString(): string {
    return `${this.date}T${this.time}`
  }
}

/** Reads `2026-02-28T10:30:00` with an optional fraction and zone; null when it is not a date and time. */
export function parseDateTime(text: string): FeelDateTime | null {
  const split = text.indexOf('T')
  if (split < 0) return null
  const date = parseDate(text.slice(0, split))
  const clock = text.slice(split + 1)
  const endOfDay = /^24:00:00(?:\.0+)?/.exec(clock)
  if (endOfDay !== null) return nextMidnight(date, parseTime(`00:00:00${clock.slice(endOfDay[0].length)}`))
  const time = parseTime(clock)
  return date === null || time === null ? null : new FeelDateTime(date, time)
}

/** ISO 8601 writes the end of a day as 24:00:00; it is the start of the next one. */
function nextMidnight(date: FeelDate | null, time: FeelTime | null): FeelDateTime | null {
  const next = date === null ? null : FeelDate.ofEpochDay(date.epochDay + 1)
  return next === null || time === null ? null : new FeelDateTime(next, time)
}
