import { DateTime } from 'luxon'
import { fail, ok, type Result } from '../result.ts'
import { parseDateTime } from './values/feel-date-time.ts'
import { namedZone } from './values/zone.ts'

export interface InstantProblem {
  readonly code: 'instant_invalid' | 'zone_unknown'
  readonly message: string
}

/**
 * The instant that a date and time names, as timers need it.
 * @param text FEEL or ISO 8601, e.g. `2026-02-28T10:00:00@Europe/Paris`, `2026-02-28T10:00Z`, `2026-02-28`
 * @param zone IANA name, for a text without a zone of its own
 * @returns epoch milliseconds
 */
export function readInstant(text: string, zone: string): Result<number, InstantProblem> {
  const home = namedZone(zone)
  if (home === null) {
    return fail({
      code: 'zone_unknown',
      message: `Expected an IANA time zone, got "${zone}"; use one such as Europe/Paris.`,
    })
  }
  const exact = parseDateTime(text)
  if (exact !== null) return ok(exact.epochMsIn(home))
  const iso = DateTime.fromISO(text, { zone })
  if (iso.isValid) return ok(iso.toMillis())
  const message = `Expected a date and time, got "${text.slice(0, 80)}"; write it as 2026-02-28T10:00:00Z.`
  return fail({ code: 'instant_invalid', message })
}
