import { pad } from './calendar.ts'
import { offsetAtLocal, parseZone, type Zone, zoneText } from './zone.ts'

const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,30}))?(.*)$/
export const NANOS_PER_SECOND = 1_000_000_000
export const SECONDS_PER_DAY = 86_400

/** A time of day, with or without a zone. */
export class FeelTime {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly nano: number
  readonly zone: Zone | null
  private knownOffset: number | null | undefined

  private constructor(hour: number, minute: number, second: number, nano: number, zone: Zone | null) {
    this.hour = hour
    this.minute = minute
    this.second = second
    this.nano = nano
    this.zone = zone
  }

  /** Null when there is no such time; `nano` counts nanoseconds within the second. */
  static of(hour: number, minute: number, second: number, nano: number, zone: Zone | null): FeelTime | null {
    const whole = [hour, minute, second, nano].every(Number.isInteger)
    const inside = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60
    return whole && inside ? new FeelTime(hour, minute, second, nano, zone) : null
  }

  /** The time that many seconds (0–86,399) after midnight. */
  static ofSeconds(seconds: number, nano: number, zone: Zone | null): FeelTime {
    return new FeelTime(Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, nano, zone)
  }

  get secondOfDay(): number {
    return this.hour * 3600 + this.minute * 60 + this.second
  }

  /** Seconds ahead of UTC, null without a zone. A named zone is read on 1970-01-01, as a time knows no day. */
  get offsetSeconds(): number | null {
    // Asking a named zone takes microseconds; sorting asks again and again.
    if (this.knownOffset === undefined)
      this.knownOffset = this.zone === null ? null : offsetAtLocal(this.zone, this.secondOfDay)
    return this.knownOffset
  }

  withZone(zone: Zone | null): FeelTime {
    return new FeelTime(this.hour, this.minute, this.second, this.nano, zone)
  }

  toString(): string {
    const clock = `${pad(this.hour, 2)}:${pad(this.minute, 2)}:${pad(this.second, 2)}`
    return clock + fractionText(this.nano) + (this.zone === null ? '' : zoneText(this.zone))
  }
}

/** `.5` for 500,000,000 ns, nothing for 0. */
export const fractionText = (nano: number): string =>
  nano === 0 ? '' : `.${pad(nano, 9).replace(/0+$/, '')}`

/** Nanoseconds of the digits after a decimal point; digits beyond the ninth are cut. */
export const nanosOf = (fraction: string | undefined): number =>
  fraction === undefined ? 0 : Number(fraction.slice(0, 9).padEnd(9, '0'))

/** Reads `10:30:00`, `10:30:00.5Z`, `10:30:00+01:00`, `10:30:00@Europe/Paris`; null when it is not a time. */
export function parseTime(text: string): FeelTime | null {
  const match = TIME.exec(text)
  if (match === null) return null
  const [, hour, minute, second, fraction, suffix] = match
  const zone = suffix === '' || suffix === undefined ? null : parseZone(suffix)
  if (suffix !== '' && zone === null) return null
  return FeelTime.of(Number(hour), Number(minute), Number(second), nanosOf(fraction), zone)
}
