import { z } from 'zod'

/** Name of a calendar, as diagrams have it in `kartabl:calendar`. */
export const CalendarId = z
  .string()
  .regex(/^(user:)?[a-z][a-z0-9._-]{1,39}$/)
  .meta({ description: '"company", a unit\'s id, or "user:" and a login name', example: 'user:mina' })

const Hours = z.tuple([z.string().max(5), z.string().max(5)])
const DayHours = z
  .array(Hours)
  .max(12)
  .meta({
    description: 'Wall-clock times from and to, 24:00 at most; none: nobody works',
    example: [['09:00', '17:00']],
  })

const Week = z
  .strictObject({
    sunday: DayHours,
    monday: DayHours,
    tuesday: DayHours,
    wednesday: DayHours,
    thursday: DayHours,
    friday: DayHours,
    saturday: DayHours,
  })
  .meta({ id: 'WorkingWeek' })

const dayParts = { name: z.string().max(200), hours: DayHours }

const Day = z.strictObject({ date: z.iso.date(), ...dayParts }).meta({ id: 'SpecialDay' })

const YearlyDay = z
  .strictObject({
    calendar: z.enum(['gregorian', 'persian', 'islamic-umalqura', 'islamic-civil', 'hebrew', 'indian']),
    month: z.int().min(1).max(13),
    day: z.int().min(1).max(31),
    ...dayParts,
  })
  .meta({ id: 'YearlyDay', description: 'Comes back every year of its calendar' })

const settings = {
  country: z
    .string()
    .max(40)
    .nullable()
    .meta({ description: 'Gives the weekend', example: 'IR-half-thursday' }),
  timeZone: z.string().max(64).nullable().meta({ example: 'Asia/Tehran' }),
  week: z.union([Week, z.null()]),
  days: z.array(Day).max(400),
  yearly: z.array(YearlyDay).max(60),
}

/** What a calendar itself says; null is as in the calendar above. */
export const CalendarSettings = z.strictObject(settings).meta({ id: 'CalendarSettings' })

export const ChangeCalendar = z
  .strictObject({ ...settings, version: z.int().min(0).meta({ description: '0: it was not there yet' }) })
  .meta({ id: 'ChangeCalendar' })

export const Calendar = z
  .object({
    id: CalendarId,
    /** 0: nothing of its own, it goes by the calendars above. */
    version: z.int(),
    own: CalendarSettings,
    /** What holds, all in all. */
    effective: z.object({
      timeZone: z.string(),
      week: Week,
      days: z.array(Day),
      yearly: z.array(YearlyDay),
    }),
    mayChange: z.boolean(),
  })
  .meta({ id: 'Calendar' })
export type Calendar = z.input<typeof Calendar>

export const CalendarList = z
  .object({ items: z.array(z.object({ id: CalendarId, version: z.int(), own: CalendarSettings })) })
  .meta({ id: 'CalendarList' })
