import { readInstant } from './index.ts'

describe('a date and time names an instant', () => {
  test.each([
    ['2026-02-28T10:00:00Z', 'Europe/Paris', '2026-02-28T10:00:00Z'],
    ['2026-02-28T10:00:00', 'Europe/Paris', '2026-02-28T09:00:00Z'],
    ['2026-07-28T10:00:00@Asia/Tehran', 'Europe/Paris', '2026-07-28T06:30:00Z'],
    ['2026-02-28T10:00+02:00', 'UTC', '2026-02-28T08:00:00Z'],
    ['2026-02-28', 'Europe/Paris', '2026-02-27T23:00:00Z'],
    ['2026-02-28T24:00:00Z', 'UTC', '2026-03-01T00:00:00Z'],
  ])('%s in %s is %s', (text, zone, instant) => {
    expect(readInstant(text, zone)).toEqual({ ok: true, value: Date.parse(instant) })
  })

  test.each([
    ['soon', 'UTC', 'instant_invalid'],
    ['2026-02-30T10:00:00Z', 'UTC', 'instant_invalid'],
    ['2026-02-28T10:00:00Z', 'Nowhere/Else', 'zone_unknown'],
  ])('%s in %s is refused as %s', (text, zone, code) => {
    expect(readInstant(text, zone)).toMatchObject({ ok: false, error: { code } })
  })
})
