import type { CalendarSettings } from '../records/calendar/calendar.ts'

const persian = (month: number, day: number, name: string) =>
  ({ calendar: 'persian', month, day, name, hours: [] }) as const
const holiday = (date: string, name: string) => ({ date, name, hours: [] })

/**
 * The demo company works by the Iranian calendar: half a Thursday, no Friday. Holidays of the solar year come back by
 * themselves; those of the lunar one are dates, because they are announced.
 */
export const demoCompanyCalendar: CalendarSettings = {
  country: 'IR-half-thursday',
  timeZone: 'Asia/Tehran',
  week: null,
  days: [
    holiday('2026-06-25', 'Tasua'),
    holiday('2026-06-26', 'Ashura'),
    holiday('2026-08-04', 'Arbaeen'),
    holiday('2027-03-10', 'Eid al-Fitr'),
    holiday('2027-06-15', 'Ashura'),
  ],
  yearly: [
    persian(1, 1, 'Nowruz'),
    persian(1, 2, 'Nowruz'),
    persian(1, 3, 'Nowruz'),
    persian(1, 4, 'Nowruz'),
    persian(1, 12, 'Islamic Republic Day'),
    persian(1, 13, 'Nature Day'),
    persian(3, 14, 'Anniversary of 14 Khordad'),
    persian(3, 15, 'Anniversary of 15 Khordad'),
    persian(11, 22, 'Revolution Day'),
    persian(12, 29, 'Oil Nationalisation Day'),
  ],
}

/** Delivery also works on Fridays, in the morning. */
export const demoDeliveryCalendar: CalendarSettings = {
  country: null,
  timeZone: null,
  week: {
    sunday: [['08:00', '16:00']],
    monday: [['08:00', '16:00']],
    tuesday: [['08:00', '16:00']],
    wednesday: [['08:00', '16:00']],
    thursday: [['08:00', '16:00']],
    friday: [['08:00', '12:00']],
    saturday: [['08:00', '16:00']],
  },
  days: [],
  yearly: [],
}
