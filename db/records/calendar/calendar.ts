import type { SpecialDay, WorkingWeek, YearlyDay } from '../../../engine/calendar/index.ts'
import type { CalendarRow } from '../../models/calendar.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Reading } from '../reading.ts'
import { findRows } from '../rows.ts'

/** What a calendar itself says; null and empty lists leave it to the calendar above. */
export interface CalendarSettings {
  /** Gives the weekend, and office hours on all other days; see `isCountry`. */
  readonly country: string | null
  /** IANA zone of the hours. */
  readonly timeZone: string | null
  /** Goes before the country. */
  readonly week: WorkingWeek | null
  /** Beside those of the calendars above, and before them on the same date. */
  readonly days: readonly SpecialDay[]
  readonly yearly: readonly YearlyDay[]
}

export interface Calendar extends CalendarSettings {
  /** As diagrams name it: `company`, a unit's id, `user:` and a login name. */
  readonly id: string
  readonly version: number
}

/** Those that have been made. There are a few: most units and people go by the company's. */
export async function listCalendars(reading: Reading): Promise<Calendar[]> {
  const rows = await findRows(reading, modelsOf(reading.sequelize).calendar, { order: ['id'] })
  return rows.map(calendarOf)
}

/** What is written here was checked, so what is read has these forms. */
const calendarOf = ({ id, version, country, timeZone, week, days, yearly }: CalendarRow): Calendar => ({
  id,
  version,
  country,
  timeZone,
  week: week === null ? null : (JSON.parse(week) as WorkingWeek),
  days: JSON.parse(days) as SpecialDay[],
  yearly: JSON.parse(yearly) as YearlyDay[],
})

export const calendarColumns = ({ country, timeZone, week, days, yearly }: CalendarSettings) => ({
  country,
  timeZone,
  week: week === null ? null : JSON.stringify(week),
  days: JSON.stringify(days),
  yearly: JSON.stringify(yearly),
})
