import { CalendarDate, PersianCalendar } from '@internationalized/date'
import { dateValueOf, storedDate, timeValueOf } from './date-value.ts'

const zone = 'Asia/Tehran'

describe('dates', () => {
  test('stores a Persian date as its Gregorian day', () => {
    const nowruz = new CalendarDate(new PersianCalendar(), 1405, 1, 1)
    expect(storedDate(nowruz, false, zone)).toBe('2026-03-21')
  })

  test.each([
    ['2026-03-21', false],
    ['2026-03-21T09:30:00+03:30', true],
  ])('reads %s back as it was stored', (stored, withTime) => {
    expect(storedDate(dateValueOf(stored, withTime, zone), withTime, zone)).toBe(stored)
  })

  test('shows a time of another zone in the zone of the company', () => {
    expect(storedDate(dateValueOf('2026-03-21T06:00:00Z', true, zone), true, zone)).toBe(
      '2026-03-21T09:30:00+03:30',
    )
  })

  test.each(['', 'yesterday', null, 12])('takes %p for no date', (stored) => {
    expect(dateValueOf(stored, false, zone)).toBeNull()
    expect(timeValueOf(stored)).toBeNull()
  })

  test('reads a stored time', () => {
    expect(timeValueOf('09:30:00')?.toString()).toBe('09:30:00')
  })
})
