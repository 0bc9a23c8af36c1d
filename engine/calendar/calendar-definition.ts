/** Wall-clock times of one day, `HH:MM`; the end may be 24:00. Not across midnight: say it in two days. */
export type Hours = readonly [from: string, to: string]

export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const
export type Weekday = (typeof weekdays)[number]

/** Working hours by weekday, in order; none: nobody works. */
export type WorkingWeek = Readonly<Record<Weekday, readonly Hours[]>>

/** A date that is not as its weekday: a holiday (no hours), half a holiday, or a holiday on which work is done. */
export interface SpecialDay {
  /** `YYYY-MM-DD`, Gregorian. */
  readonly date: string
  readonly name: string
  readonly hours: readonly Hours[]
}

export const yearlyCalendars = [
  'gregorian',
  'persian',
  'islamic-umalqura',
  'islamic-civil',
  'hebrew',
  'indian',
] as const
export type YearlyCalendar = (typeof yearlyCalendars)[number]

/** A special day that comes back every year of a calendar: 1 Farvardin is month 1, day 1 of the Persian one. */
export interface YearlyDay {
  readonly calendar: YearlyCalendar
  readonly month: number
  readonly day: number
  readonly name: string
  readonly hours: readonly Hours[]
}

/** When work is done. A special day goes before a yearly one, which goes before the week. */
export interface CalendarDefinition {
  /** IANA time zone of the hours. */
  readonly zone: string
  readonly week: WorkingWeek
  readonly days: readonly SpecialDay[]
  readonly yearly: readonly YearlyDay[]
}
