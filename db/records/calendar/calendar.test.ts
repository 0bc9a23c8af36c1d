import { weekOf } from '../../../engine/calendar/index.ts'
import { createUser } from '../people/create-user.ts'
import { openTestCompany, type TestCompany } from '../testing/test-company.ts'
import { testDatabases } from '../testing/test-databases.ts'
import type { CalendarSettings } from './calendar.ts'
import { readCalendarBook } from './calendar-book.ts'
import { calendarStamp } from './calendar-stamp.ts'
import { changeCalendar } from './change-calendar.ts'

const nothing: CalendarSettings = { country: null, timeZone: null, week: null, days: [], yearly: [] }
const day = (date: string, hours: readonly [string, string][] = []) => ({ date, name: 'a day', hours })

describe.each(testDatabases)('calendars on %s', (_name, open) => {
  let company: TestCompany
  beforeAll(async () => {
    company = await openTestCompany(open)
  })
  afterAll(() => company.test.drop())

  const set = (id: string, settings: Partial<CalendarSettings>, version = 0) =>
    company.change('omid', (change) => changeCalendar(change, { id, version }, { ...nothing, ...settings }))
  const definitionOf = async (id: string) => (await readCalendarBook(company.reading, 'UTC')).definitionOf(id)

  test('the demo company rests on Fridays, half of Thursday, and at Nowruz', async () => {
    expect(await definitionOf('company')).toMatchObject({
      zone: 'Asia/Tehran',
      week: { thursday: [['09:00', '13:00']], friday: [] },
      yearly: expect.arrayContaining([expect.objectContaining({ calendar: 'persian', month: 1, day: 1 })]),
    })
  })

  test('a person goes by their unit, a unit by the one above, all by the company', async () => {
    await set('sales-management', { timeZone: 'Europe/Berlin', days: [day('2026-07-01')] })
    await set('sales', { country: 'DE', days: [day('2026-07-02')] })
    await set('user:sara', { days: [day('2026-07-01', [['09:00', '12:00']])] })
    const sara = await definitionOf('user:sara')
    expect(sara).toMatchObject({ zone: 'Europe/Berlin', week: weekOf('DE') })
    expect(sara?.days).toEqual(
      expect.arrayContaining([day('2026-07-01', [['09:00', '12:00']]), day('2026-07-02')]),
    )
    expect(sara?.days).toHaveLength((await definitionOf('company'))!.days.length + 2)
    expect(await definitionOf('user:reza')).toEqual(await definitionOf('sales'))
    expect(await definitionOf('finance')).toEqual(await definitionOf('company'))
    expect(await definitionOf('user:omid')).toEqual(await definitionOf('company'))
  })

  test('of several units the first that has a calendar of its own counts', async () => {
    const more = { name: 'Eve', email: null, passwordHash: 'x', language: 'en', timeZone: 'UTC' }
    await company.done('omid', (change) =>
      createUser(change, {
        ...more,
        id: 'eve',
        clearance: 0,
        roles: ['staff'],
        units: ['finance', 'delivery'],
      }),
    )
    expect(await definitionOf('user:eve')).toEqual(await definitionOf('delivery'))
  })

  test('nobody has a calendar who is not there', async () => {
    expect(await definitionOf('user:nobody')).toBeUndefined()
    expect(await definitionOf('nowhere')).toBeUndefined()
    expect(await set('user:nobody', {})).toMatchObject({ ok: false, error: { code: 'record_not_found' } })
  })

  const never = { ...weekOf('DE'), monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] }
  test.each<[Partial<CalendarSettings>, string]>([
    [{ country: 'Iran' }, 'calendar_country_unknown'],
    [{ timeZone: 'Mars/Base' }, 'calendar_zone_unknown'],
    [{ week: never }, 'calendar_never_works'],
    [{ week: { ...never, monday: [['17:00', '09:00']] } }, 'calendar_hours_invalid'],
    [{ days: [day('2026-02-30')] }, 'calendar_day_invalid'],
    [{ days: [day('2026-02-03'), day('2026-02-03')] }, 'calendar_day_twice'],
    [{ days: Array.from({ length: 401 }, () => day('2026-02-03')) }, 'calendar_too_long'],
  ])('%j is refused: %s', async (settings, code) => {
    expect(await set('production', settings)).toMatchObject({ ok: false, error: { code } })
  })

  test('who has not seen the latest version does not overwrite it', async () => {
    expect(await set('purchase', { country: 'SA' })).toEqual({ ok: true, value: 1 })
    expect(await set('purchase', { country: 'DE' })).toMatchObject({
      ok: false,
      error: { code: 'stale_version' },
    })
    expect(await set('purchase', { country: 'DE' }, 1)).toEqual({ ok: true, value: 2 })
    expect(await set('purchase', { country: 'IR' }, 1)).toMatchObject({
      ok: false,
      error: { code: 'stale_version' },
    })
  })

  test('the stamp changes with a calendar, and with who belongs where', async () => {
    const first = await calendarStamp(company.reading)
    expect(await calendarStamp(company.reading)).toBe(first)
    await set('warehouse', { country: 'DE' })
    const second = await calendarStamp(company.reading)
    await set('warehouse', { country: 'SA' }, 1)
    expect(new Set([first, second, await calendarStamp(company.reading)]).size).toBe(3)
  })
})
