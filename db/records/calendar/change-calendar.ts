import { compileCalendar, isCountry } from '../../../engine/calendar/index.ts'
import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { findRow } from '../rows.ts'
import { uniquely } from '../uniquely.ts'
import { insertNamed, notFound, staleVersion, type Target, updateRecord } from '../write-record.ts'
import { type CalendarSettings, calendarColumns } from './calendar.ts'
import { readCalendarBook } from './calendar-book.ts'
import { inherit } from './inherit.ts'

/** More than a calendar needs: past years can go. */
const MOST_DAYS = 400
const MOST_YEARLY = 60

/**
 * Says when the company, a unit or a person works; `version` 0 is one that was not there yet. Answers the new version. Fails
 * with `record_not_found` when there is no such unit or person, `stale_version`, `calendar_country_unknown`,
 * `calendar_day_twice`, or the code of what makes its time uncountable, such as `calendar_never_works`.
 */
export async function changeCalendar(
  change: Change,
  { id, version }: Target<string>,
  settings: CalendarSettings,
): Promise<Outcome<number>> {
  const book = await readCalendarBook(change, 'UTC')
  if (book.unitsOf(id) === undefined) return notFound('calendars', id)
  const fit = checkSettings(settings)
  if (!fit.ok) return fit
  const { calendar } = modelsOf(change.sequelize)
  if (version > 0) return updateRecord(change, calendar, { id, version }, calendarColumns(settings))
  return uniquely(
    async () => {
      const known = await findRow(change, calendar, { where: { id } })
      if (known) return staleVersion('calendars', id, version, known)
      await insertNamed(change, calendar, id, calendarColumns(settings))
      return ok(1)
    },
    () =>
      problem('stale_version', `Calendar ${id} was made by someone else meanwhile: load it again.`, { id }),
  )
}

function checkSettings(settings: CalendarSettings): Outcome<null> {
  const { country, days, yearly } = settings
  if (country !== null && !isCountry(country))
    return problem(
      'calendar_country_unknown',
      `Expected a country like DE or IR, or IR-half-thursday, got "${country}".`,
      { country },
    )
  if (days.length > MOST_DAYS || yearly.length > MOST_YEARLY)
    return problem(
      'calendar_too_long',
      `Expected at most ${MOST_DAYS} dates and ${MOST_YEARLY} yearly days: leave out past ones.`,
    )
  const twice = days.find(({ date }, place) => days.findIndex((day) => day.date === date) < place)
  if (twice)
    return problem('calendar_day_twice', `${twice.date} is there twice: keep one.`, { date: twice.date })
  // What is above was checked by itself, and what is not said here does not make it uncountable.
  const sound = compileCalendar(inherit([settings], 'UTC'))
  return sound.ok ? ok(null) : problem(sound.error.code, sound.error.message)
}
