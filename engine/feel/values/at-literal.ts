import { parseDaysTimeDuration } from './days-time-duration.ts'
import { parseDate } from './feel-date.ts'
import { parseDateTime } from './feel-date-time.ts'
import { parseTime } from './feel-time.ts'
import type { FeelTemporal } from './feel-value.ts'
import { parseYearsMonthsDuration } from './years-months-duration.ts'

/** Either kind of FEEL duration; null for anything else, also for one with both months and days. */
export const parseDuration = (text: string): FeelTemporal | null =>
  parseYearsMonthsDuration(text) ?? parseDaysTimeDuration(text)

/** Any temporal value from its ISO 8601 text, null when it is none. */
export const parseAtLiteral = (text: string): FeelTemporal | null =>
  parseDate(text) ?? parseDateTime(text) ?? parseTime(text) ?? parseDuration(text)
