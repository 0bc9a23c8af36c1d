import type { CalendarDefinition } from './calendar-definition.ts'
import { compileCalendar } from './compile-calendar.ts'
import { isCountry, weekOf } from './weekends.ts'

const sound: CalendarDefinition = { zone: 'UTC', week: weekOf('DE'), days: [], yearly: [] }
const codeOf = (parts: Partial<CalendarDefinition>) => {
  const compiled = compileCalendar({ ...sound, ...parts })
  return compiled.ok ? null : compiled.error.code
}
const monday = (...hours: [string, string][]) => ({ week: { ...sound.week, monday: hours } })
const yearly = (month: number, day: number) => ({
  yearly: [{ calendar: 'persian', month, day, name: 'a day', hours: [] } as const],
})
const never = { sunday: [], monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [] }

test.each([
  [{ zone: 'Mars/Base' }, 'calendar_zone_unknown'],
  [{ week: never }, 'calendar_never_works'],
  [monday(['17:00', '09:00']), 'calendar_hours_invalid'],
  [monday(['09:00', '09:00']), 'calendar_hours_invalid'],
  [monday(['09:00', '24:30']), 'calendar_hours_invalid'],
  [monday(['9:00', '17:00']), 'calendar_hours_invalid'],
  [monday(['09:00', '13:00'], ['12:00', '17:00']), 'calendar_hours_invalid'],
  [{ days: [{ date: '2026-02-30', name: 'none', hours: [] }] }, 'calendar_day_invalid'],
  [{ days: [{ date: '21.3.2026', name: 'none', hours: [] }] }, 'calendar_day_invalid'],
  [yearly(13, 1), 'calendar_day_invalid'],
  [yearly(1, 0), 'calendar_day_invalid'],
  [{ days: Array(10_001).fill({ date: '2026-01-01', name: 'often', hours: [] }) }, 'calendar_too_long'],
])('[BT3] a calendar with %j is refused: %s', (parts, code) => expect(codeOf(parts)).toBe(code))

test.each([
  [monday(['00:00', '24:00'])],
  [monday(['09:00', '12:00'], ['12:00', '17:00'])],
  [{ zone: 'Asia/Tehran' }],
  [yearly(12, 30)],
])('a calendar with %j is sound', (parts) => expect(codeOf(parts)).toBeNull())

test.each([
  ['DE', ['sunday', 'saturday']],
  ['SA', ['friday', 'saturday']],
  ['IR', ['thursday', 'friday']],
  ['IR-friday', ['friday']],
  ['AF', ['thursday', 'friday']],
  ['IN', ['sunday']],
])('[BT3] the weekend of %s is %j', (country, weekend) => {
  const week = Object.entries(weekOf(country))
  expect(week.flatMap(([day, hours]) => (hours.length === 0 ? [day] : []))).toEqual(weekend)
})

test('[BT3] a Thursday in Iran can be worked half', () => {
  expect(weekOf('IR-half-thursday')).toMatchObject({ thursday: [['09:00', '13:00']], friday: [] })
})

test.each(['DE', 'IR', 'IR-half-thursday'])('%s is a country', (text) => expect(isCountry(text)).toBe(true))
test.each(['', 'Iran', 'de', 'DE-friday'])('"%s" is none', (text) => expect(isCountry(text)).toBe(false))
