import { fractionText, nanosOf } from './feel-time.ts'

const DURATION =
  /^(-?)P(?:(\d{1,18})D)?(?:T(?:(\d{1,18})H)?(?:(\d{1,18})M)?(?:(\d{1,18})(?:\.(\d{0,30}))?S)?)?$/
const SECOND = 1_000_000_000n
/** Far beyond the years FEEL knows; keeps repeated multiplication from growing without end. */
const MAX_NANOS = 10n ** 30n

/** A length of time in days and smaller units, exact to the nanosecond. */
export class DaysTimeDuration {
  readonly nanos: bigint

  private constructor(nanos: bigint) {
    this.nanos = nanos
  }

  /** Null beyond 10^30 nanoseconds. */
  static of(nanos: bigint): DaysTimeDuration | null {
    return nanos > MAX_NANOS || nanos < -MAX_NANOS ? null : new DaysTimeDuration(nanos)
  }

  /** From a possibly fractional number of seconds; null when it is not finite or too long. */
  static ofSeconds(seconds: number): DaysTimeDuration | null {
    if (!(Math.abs(seconds) <= 1e21)) return null
    const whole = Math.trunc(seconds)
    return DaysTimeDuration.of(BigInt(whole) * SECOND + BigInt(Math.round((seconds - whole) * 1e9)))
  }

  get totalSeconds(): number {
    return Number(this.nanos / SECOND) + Number(this.nanos % SECOND) / 1e9
  }

  /** Whole milliseconds, towards zero. */
  get milliseconds(): number {
    return Number(this.nanos / 1_000_000n)
  }

  /** The parts, all with the sign of the whole. */
  get parts(): { days: number; hours: number; minutes: number; seconds: number; nano: number } {
    const seconds = this.nanos / SECOND
    return {
      days: Number(seconds / 86_400n),
      hours: Number((seconds / 3600n) % 24n),
      minutes: Number((seconds / 60n) % 60n),
      seconds: Number(seconds % 60n),
      nano: Number(this.nanos % SECOND),
    }
  }

  toString(): string {
    if (this.nanos === 0n) return 'PT0S'
    if (this.nanos < 0n) return `-${new DaysTimeDuration(-this.nanos)}`
    const { days, hours, minutes, seconds, nano } = this.parts
    const rest = seconds > 0 || nano > 0 ? `${seconds}${fractionText(nano)}S` : ''
    const clock = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${rest}`
    return `P${days > 0 ? `${days}D` : ''}${clock === '' ? '' : `T${clock}`}`
  }
}

/** Reads `P2DT3H4M5.6S`; null for anything else, also for durations with years or months. */
export function parseDaysTimeDuration(text: string): DaysTimeDuration | null {
  const match = DURATION.exec(text)
  if (match === null || text.endsWith('P') || text.endsWith('T')) return null
  const [, sign, days, hours, minutes, seconds, fraction] = match
  const whole =
    BigInt(days ?? 0) * 86_400n +
    BigInt(hours ?? 0) * 3600n +
    BigInt(minutes ?? 0) * 60n +
    BigInt(seconds ?? 0)
  const nanos = whole * SECOND + BigInt(nanosOf(fraction))
  return DaysTimeDuration.of(sign === '-' ? -nanos : nanos)
}
