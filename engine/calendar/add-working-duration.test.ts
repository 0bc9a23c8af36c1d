import { testCalendar } from '../testing/test-calendar.ts'
import { addWorkingDuration } from './add-working-duration.ts'
import type { CalendarDefinition } from './calendar-definition.ts'
import { weekOf } from './weekends.ts'
import { readWorkingDuration } from './working-duration.ts'

/** What is worked in an hour is counted as an hour; 2026-01-05 is a Monday. */
function later(duration: string, start: string, parts: Partial<CalendarDefinition> = {}): string | null {
  const moment = addWorkingDuration(testCalendar(parts), Date.parse(start), readWorkingDuration(duration)!)
  return moment === null ? null : new Date(moment).toISOString().replace(':00.000Z', 'Z')
}

describe('[BT2] working time from Monday to Friday, 9 to 17', () => {
  test.each([
    ['BPT4H', '2026-01-05T10:00Z', '2026-01-05T14:00Z', 'the same day'],
    [
      'BPT4H',
      '2026-01-05T13:00Z',
      '2026-01-05T17:00Z',
      'until the end of a day, not the beginning of the next',
    ],
    ['BPT4H', '2026-01-05T15:00Z', '2026-01-06T11:00Z', 'over night'],
    ['BPT4H', '2026-01-09T15:00Z', '2026-01-12T11:00Z', 'over a weekend'],
    ['BPT20H', '2026-01-05T09:00Z', '2026-01-07T13:00Z', 'more than two days'],
    ['BPT1H30M', '2026-01-10T12:00Z', '2026-01-12T10:30Z', 'begun on a Saturday'],
    ['BPT0S', '2026-01-10T12:00Z', '2026-01-12T09:00Z', 'nothing: the next working moment'],
    ['BPT0S', '2026-01-05T17:00Z', '2026-01-06T09:00Z', 'the end of a day is not worked any more'],
    ['BP1D', '2026-01-05T10:00Z', '2026-01-06T10:00Z', 'a day'],
    ['BP2D', '2026-01-09T10:00Z', '2026-01-13T10:00Z', 'two days over a weekend'],
    ['BP1D', '2026-01-09T20:00Z', '2026-01-13T09:00Z', 'a day begun after work counts from the next morning'],
    ['BP5D', '2026-01-05T10:00Z', '2026-01-12T10:00Z', 'five days are a week'],
    ['BP1W', '2026-01-05T10:00Z', '2026-01-12T10:00Z', 'a week'],
    ['BP1M', '2026-01-10T10:00Z', '2026-02-10T10:00Z', 'a month of everybody’s calendar'],
    ['BP1M', '2026-02-28T10:00Z', '2026-03-30T09:00Z', 'a month that ends on a Saturday'],
    ['BP1Y', '2026-01-05T10:00Z', '2027-01-05T10:00Z', 'a year'],
    ['BP1DT4H', '2026-01-05T15:00Z', '2026-01-07T11:00Z', 'days first, then hours'],
  ])('%s from %s is %s: %s', (duration, start, end) => expect(later(duration, start)).toBe(end))
})

describe('[BT3] special days', () => {
  const days = [
    { date: '2026-01-06', name: 'Epiphany', hours: [] },
    { date: '2026-01-08', name: 'Half a day', hours: [['09:00', '12:00']] },
    { date: '2026-01-10', name: 'Stocktaking', hours: [['10:00', '12:00']] },
  ] as const
  test.each([
    ['BPT8H', '2026-01-05T13:00Z', '2026-01-07T13:00Z', 'a holiday is passed over'],
    ['BP1D', '2026-01-05T10:00Z', '2026-01-07T10:00Z', 'a holiday is no working day'],
    ['BP1D', '2026-01-07T15:00Z', '2026-01-08T12:00Z', 'what is due after a short day is due at its end'],
    ['BPT4H', '2026-01-08T11:00Z', '2026-01-09T12:00Z', 'half a holiday is worked half'],
    ['BPT9H', '2026-01-09T09:00Z', '2026-01-10T11:00Z', 'a Saturday can be worked'],
  ])('%s from %s is %s: %s', (duration, start, end) => expect(later(duration, start, { days })).toBe(end))

  test('a time in the midday break becomes its end, one before work the beginning of work', () => {
    const week = {
      ...weekOf('DE'),
      tuesday: [
        ['10:00', '12:00'],
        ['13:00', '17:00'],
      ],
    } as const
    expect(later('BP1D', '2026-01-05T12:30Z', { week })).toBe('2026-01-06T13:00Z')
    expect(later('BP1D', '2026-01-05T09:15Z', { week })).toBe('2026-01-06T10:00Z')
  })

  test('a day of the Persian year comes back every year, and a date goes before it', () => {
    const nowruz = { calendar: 'persian', month: 1, day: 1, name: 'Nowruz', hours: [] } as const
    const parts = { week: weekOf('IR-friday'), yearly: [nowruz] }
    expect(later('BP1D', '2026-03-19T10:00Z', parts)).toBe('2026-03-22T10:00Z') // Thursday; Saturday is 1 Farvardin
    expect(later('BP1D', '2027-03-20T10:00Z', parts)).toBe('2027-03-22T10:00Z') // Sunday is
    const worked = { date: '2026-03-21', name: 'Watch', hours: [['09:00', '17:00']] } as const
    expect(later('BP1D', '2026-03-19T10:00Z', { ...parts, days: [worked] })).toBe('2026-03-21T10:00Z')
  })

  test('a day that only leap years have falls in those only', () => {
    const esfand = { calendar: 'persian', month: 12, day: 30, name: '30 Esfand', hours: [] } as const
    const parts = { week: weekOf('IR-friday'), yearly: [esfand] }
    expect(later('BP1D', '2025-03-19T10:00Z', parts)).toBe('2025-03-22T10:00Z') // Thursday 20th is 30 Esfand 1403
    expect(later('BP1D', '2026-03-18T10:00Z', parts)).toBe('2026-03-19T10:00Z') // 1404 has none
  })
})

describe('[BT3] clocks that change', () => {
  const nights = (zone: string): Partial<CalendarDefinition> => ({
    zone,
    week: {
      ...weekOf('DE'),
      saturday: [['20:00', '24:00']],
      sunday: [['00:00', '06:00']],
    },
  })

  test.each([
    ['Europe/Berlin', '2026-03-28T19:00Z', '2026-03-29T03:00Z', 'forward: 8 h later the clock shows 05:00'],
    ['Europe/Berlin', '2026-10-24T18:00Z', '2026-10-25T02:00Z', 'back: 8 h later it shows 03:00'],
    ['America/New_York', '2026-03-08T01:00Z', '2026-03-08T09:00Z', 'forward'],
    ['America/New_York', '2026-11-01T00:00Z', '2026-11-01T08:00Z', 'back'],
  ])('a night shift in %s from %s is counted in real hours, until %s: %s', (zone, start, end) => {
    expect(later('BPT8H', start, nights(zone))).toBe(end)
  })

  test.each([
    ['Europe/Berlin', '2026-03-27T09:00Z', '2026-03-30T08:00Z'],
    ['Europe/Berlin', '2026-10-23T08:00Z', '2026-10-26T09:00Z'],
    ['America/New_York', '2026-03-06T15:00Z', '2026-03-09T14:00Z'],
    ['America/New_York', '2026-10-30T14:00Z', '2026-11-02T15:00Z'],
    ['Asia/Tehran', '2021-03-19T06:30Z', '2021-03-22T05:30Z'],
    ['Asia/Tehran', '2021-09-21T05:30Z', '2021-09-22T06:30Z'],
  ])('a working day in %s keeps the time on the wall: from %s to %s', (zone, start, end) => {
    expect(later('BP1D', start, { zone })).toBe(end)
  })

  test('hours that the clock leaves out are not worked, those it shows twice are worked twice', () => {
    const early = [
      ['01:00', '02:30'],
      ['02:30', '04:00'],
    ] as const
    const week = { ...weekOf('DE'), sunday: early, monday: [] }
    const parts = { zone: 'Europe/Berlin', week }
    expect(later('BPT1H', '2026-03-29T00:00Z', parts)).toBe('2026-03-29T01:00Z')
    expect(later('BPT2H', '2026-03-29T00:00Z', parts)).toBe('2026-03-29T02:00Z') // 02:00 is 03:00: an hour is missing
    expect(later('BPT4H', '2026-10-24T23:00Z', parts)).toBe('2026-10-25T03:00Z') // 04:00, an hour more than on other days
  })
})

test('working time that is out of reach is no moment', () => {
  const everyMonday = { week: { ...weekOf('DE'), tuesday: [], wednesday: [], thursday: [], friday: [] } }
  expect(later('BP9999D', '2026-01-05T10:00Z', everyMonday)).toBeNull()
  expect(later('BPT100000H', '2026-01-05T10:00Z')).toBeNull()
})

test.each(['BP', 'BPT', 'BP1.5D', 'BP-1D', '-BP1D', 'BP1H', 'BPT1D', 'BP1DT', 'P1D', 'BP99999D', 'B P1D'])(
  '[BT1] "%s" is no duration of working time',
  (text) => expect(readWorkingDuration(text)).toBeNull(),
)
