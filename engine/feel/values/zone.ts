import { IANAZone } from 'luxon'
import { pad } from './calendar.ts'

/** Where on earth a time holds: a fixed offset or an IANA zone. */
export type Zone =
  | { readonly kind: 'offset'; readonly seconds: number }
  | { readonly kind: 'named'; readonly id: string }

export const UTC: Zone = { kind: 'offset', seconds: 0 }

const OFFSET = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/
const MAX_OFFSET_SECONDS = 18 * 3600
const MAX_DATE_MS = 8.64e15
const MAX_ID_LENGTH = 64

/** Reads `Z`, `z`, `+01:00`, `-05:30:15` or `@Europe/Paris`; null when it is none of these. */
export function parseZone(text: string): Zone | null {
  if (text === 'Z' || text === 'z') return UTC
  if (text.startsWith('@')) return namedZone(text.slice(1))
  const match = OFFSET.exec(text)
  if (match === null) return null
  const [, sign, hours, minutes, seconds] = match
  if (Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)
  return total > MAX_OFFSET_SECONDS ? null : { kind: 'offset', seconds: sign === '-' ? -total : total }
}

/** Asking whether a name is a zone takes 100 µs; the few that exist are remembered. */
const known = new Map<string, Zone>()

/** The zone of that IANA name, or null when there is none. */
export function namedZone(id: string): Zone | null {
  const found = known.get(id)
  if (found !== undefined) return found
  if (id.length > MAX_ID_LENGTH || !IANAZone.isValidZone(id)) return null
  const zone: Zone = { kind: 'named', id }
  known.set(id, zone)
  return zone
}

/** Steps that finding out about a zone costs, whether it exists or not. */
export const ZONE_STEPS = 1_000

/** Steps that asking a zone for its offset at a moment costs. */
export const OFFSET_STEPS = 50

/** Seconds to add to UTC at an instant (epoch milliseconds). */
export function offsetAtInstant(zone: Zone, epochMs: number): number {
  if (zone.kind === 'offset') return zone.seconds
  // Beyond JavaScript's Date the zone's rules are unknown; the nearest known offset stands in.
  return IANAZone.create(zone.id).offset(Math.max(-MAX_DATE_MS, Math.min(MAX_DATE_MS, epochMs))) * 60
}

/** Seconds to add to UTC at a wall-clock moment (seconds since 1970-01-01T00:00 local). */
export function offsetAtLocal(zone: Zone, localSeconds: number): number {
  if (zone.kind === 'offset') return zone.seconds
  const guess = offsetAtInstant(zone, localSeconds * 1000)
  return offsetAtInstant(zone, (localSeconds - guess) * 1000)
}

/** `Z`, `+02:00` or `@Europe/Paris`. */
export function zoneText(zone: Zone): string {
  if (zone.kind === 'named') return `@${zone.id}`
  if (zone.seconds === 0) return 'Z'
  const total = Math.abs(zone.seconds)
  const seconds = total % 60
  const text = `${pad(Math.floor(total / 3600), 2)}:${pad(Math.floor(total / 60) % 60, 2)}`
  return `${zone.seconds < 0 ? '-' : '+'}${text}${seconds === 0 ? '' : `:${pad(seconds, 2)}`}`
}
