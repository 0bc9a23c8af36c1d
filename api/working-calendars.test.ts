import { changeCalendar } from '../db/records/calendar/change-calendar.ts'
import { readingOf } from '../db/records/change-records.ts'
import { openTestCompany } from '../db/records/testing/test-company.ts'
import { openTestSqlite, testDatabases } from '../db/records/testing/test-databases.ts'
import { weekOf } from '../engine/calendar/index.ts'
import { workingCalendars } from './working-calendars.ts'

const settings = { country: null, timeZone: 'UTC', week: weekOf('SA'), days: [], yearly: [] }

test.each(testDatabases)('a node on %s learns what another one has changed', async (_name, open) => {
  const { test, done } = await openTestCompany(open)
  const known = await workingCalendars(readingOf(test.database))
  const before = known.calendar('user:lena')
  expect(before?.zone).toBe('Asia/Tehran')
  await done('omid', (change) => changeCalendar(change, { id: 'sales', version: 0 }, settings))
  expect(known.calendar('user:lena')).toBe(before)
  await known.refresh()
  expect(known.calendar('user:lena')?.zone).toBe('UTC')
  expect(known.calendar('finance')?.zone).toBe('Asia/Tehran')
  expect(known.calendar('nowhere')).toBeUndefined()
  await test.drop()
})

test('an empty company works office hours, so that its diagrams deploy', async () => {
  const test = await openTestSqlite()
  const known = await workingCalendars(readingOf(test.database))
  expect(known.calendar('company')?.intervalsOf(0)).toHaveLength(1) // 1970-01-01 was a Thursday
  await test.drop()
})
