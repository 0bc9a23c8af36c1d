import { addDuration } from './index.ts'

const at = (iso: string): number => Date.parse(iso)

describe('a duration is added on the calendar of its zone', () => {
  test.each([
    ['2026-01-31T09:00:00Z', 'P1M', 'UTC', '2026-02-28T09:00:00Z'],
    ['2024-02-29T09:00:00Z', 'P1Y', 'UTC', '2025-02-28T09:00:00Z'],
    ['2026-03-28T11:00:00Z', 'P1D', 'Europe/Paris', '2026-03-29T10:00:00Z'],
    ['2026-03-28T11:00:00Z', 'PT24H', 'Europe/Paris', '2026-03-29T11:00:00Z'],
    ['2026-01-01T00:00:00Z', 'P2W', 'UTC', '2026-01-15T00:00:00Z'],
    ['2026-01-01T00:00:00Z', '-PT30M', 'UTC', '2025-12-31T23:30:00Z'],
    ['2026-01-01T00:00:00Z', 'P1DT2H3.5S', 'UTC', '2026-01-02T02:00:03.500Z'],
  ])('%s + %s in %s is %s', (start, duration, zone, end) => {
    expect(addDuration(at(start), duration, zone)).toEqual({ ok: true, value: at(end) })
  })

  test.each([
    ['soon', 'UTC', 'duration_invalid'],
    ['P1D', 'Nowhere/Else', 'zone_unknown'],
  ])('%s in %s is refused as %s', (duration, zone, code) => {
    expect(addDuration(0, duration, zone)).toMatchObject({ ok: false, error: { code } })
  })
})
