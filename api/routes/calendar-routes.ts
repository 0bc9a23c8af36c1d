import { z } from 'zod'
import { listCalendars, type CalendarSettings as Settings } from '../../db/records/calendar/calendar.ts'
import { type CalendarBook, companyId, readCalendarBook } from '../../db/records/calendar/calendar-book.ts'
import { changeCalendar } from '../../db/records/calendar/change-calendar.ts'
import { changeRecords } from '../../db/records/change-records.ts'
import type { Identity } from '../auth/identity.ts'
import { Calendar, CalendarId, CalendarList, ChangeCalendar } from '../contract/index.ts'
import { notFound } from '../http/api-problem.ts'
import { orProblem } from '../http/outcome.ts'
import { type Route, route } from '../http/route.ts'
import { may } from '../policies/may.ts'
import { requireMay } from '../policies/require.ts'
import { presentCalendar, presentSettings } from '../presenters/calendars.ts'
import type { Services } from '../services.ts'
import type { WorkingCalendars } from '../working-calendars.ts'

/** When the company, its units and its people work. `calendars`: what the engine goes by. */
export function calendarRoutes(
  { database, reading, now }: Services,
  calendars: WorkingCalendars | undefined,
): Route[] {
  const params = z.object({ id: CalendarId })
  // Asked for when it is needed: the first question takes twenty milliseconds.
  const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

  const list = route({
    method: 'get',
    path: '/api/calendars',
    tag: 'Calendars',
    summary: 'Calendars that say something of their own',
    access: 'calendar.read',
    answer: CalendarList,
    async handle() {
      const all = await listCalendars(reading)
      return { items: all.map((one) => ({ id: one.id, version: one.version, own: presentSettings(one) })) }
    },
  })

  const detail = route({
    method: 'get',
    path: '/api/calendars/{id}',
    tag: 'Calendars',
    summary: 'When the company, a unit or a person works',
    access: 'calendar.read',
    params,
    answer: Calendar,
    problems: { 404: 'calendar_not_found' },
    handle: ({ params: { id }, person }) => present(id, person),
  })

  const change = route({
    method: 'put',
    path: '/api/calendars/{id}',
    tag: 'Calendars',
    summary: 'Say when the company, a unit or a person works',
    access: 'calendar.change',
    params,
    body: ChangeCalendar,
    answer: Calendar,
    problems: {
      404: 'calendar_not_found',
      409: 'stale_version',
      422: 'calendar_country_unknown, calendar_zone_unknown, calendar_hours_invalid, calendar_day_invalid, calendar_day_twice, calendar_too_long, calendar_never_works',
    },
    async handle({ params: { id }, body: { version, ...settings }, person }) {
      requireMay(person, 'calendar.change_this', {
        managers: managersOf(await readCalendarBook(reading, timeZone()), id),
      })
      orProblem(
        await changeRecords(database, { by: person.id, now: now() }, (one) =>
          changeCalendar(one, { id, version }, settings),
        ),
      )
      await calendars?.refresh()
      return present(id, person)
    },
  })

  async function present(id: string, person: Identity) {
    const book = await readCalendarBook(reading, timeZone())
    const effective = book.definitionOf(id)
    if (effective === undefined) throw notFound('calendar', id)
    const mayChange = may(person, 'calendar.change_this', { managers: managersOf(book, id) })
    const own: Settings | undefined = book.own(id)
    return presentCalendar({ id, version: book.own(id)?.version ?? 0, own, effective, mayChange })
  }

  return [list, detail, change]
}

/** Who leads the people that go by it; nobody leads the company in this sense. */
function managersOf(book: CalendarBook, id: string): string[] {
  const units = book.unitsOf(id)
  if (units === undefined) throw notFound('calendar', id)
  return id === companyId ? [] : units.flatMap(({ managerId }) => managerId ?? [])
}
