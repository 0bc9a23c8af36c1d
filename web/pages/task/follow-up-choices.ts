import { fromAbsolute, type ZonedDateTime } from '@internationalized/date'

export type FollowUpChoice = 'inHours' | 'tomorrow' | 'inAWeek'

/** The hour at which a day's work begins: what is put off to a day comes back then. */
const MORNING = 8

const choices: Readonly<Record<FollowUpChoice, (now: ZonedDateTime) => ZonedDateTime>> = {
  inHours: (now) => now.add({ hours: 3 }).set({ minute: 0, second: 0, millisecond: 0 }),
  tomorrow: (now) => morning(now.add({ days: 1 })),
  inAWeek: (now) => morning(now.add({ weeks: 1 })),
}

const morning = (day: ZonedDateTime) => day.set({ hour: MORNING, minute: 0, second: 0, millisecond: 0 })

/**
 * Moments that a task is often put off to, as ISO text.
 *
 * @param now epoch milliseconds
 * @param zone IANA zone whose days are meant
 */
export const followUpChoices = (now: number, zone: string): [FollowUpChoice, string][] =>
  Object.entries(choices).map(([choice, momentFrom]) => [
    choice as FollowUpChoice, // the table's own keys
    momentFrom(fromAbsolute(now, zone)).toAbsoluteString(),
  ])
