import { DateTime, Duration } from 'luxon'
import { fail, ok, type Result } from '../result.ts'

export interface DurationProblem {
  readonly code: 'duration_invalid' | 'zone_unknown'
  readonly message: string
}

/**
 * The instant that lies a duration after another. Years, months, weeks and days are counted on the calendar of the zone
 * (a day may last 23 hours there), smaller units in real time.
 * @param epochMs start, epoch milliseconds
 * @param isoDuration ISO 8601, e.g. `P1M`, `P2DT3H`, `-PT30M`
 * @param zone IANA name
 * @returns epoch milliseconds
 */
export function addDuration(
  epochMs: number,
  isoDuration: string,
  zone: string,
): Result<number, DurationProblem> {
  const start = DateTime.fromMillis(epochMs, { zone })
  if (!start.isValid) {
    return fail({
      code: 'zone_unknown',
      message: `Expected an IANA time zone, got "${zone}"; use one such as Europe/Paris.`,
    })
  }
  const negative = isoDuration.startsWith('-')
  const duration = Duration.fromISO(negative ? isoDuration.slice(1) : isoDuration)
  const end = duration.isValid ? start.plus(negative ? duration.negate() : duration) : null
  if (end === null || !end.isValid) {
    const message = `Expected an ISO 8601 duration, got "${isoDuration}"; write it as PT15M, P1D or P1M.`
    return fail({ code: 'duration_invalid', message })
  }
  return ok(end.toMillis())
}
