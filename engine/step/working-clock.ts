import { addWorkingDuration, readWorkingDuration, type WorkingCalendar } from '../calendar/index.ts'
import { fail, ok, type Result } from '../result.ts'

export interface NamedCalendar {
  readonly name: string
  readonly calendar: WorkingCalendar
}

/** Asked only when a text means working time. */
export type FindCalendar = () => Result<NamedCalendar, string>

/** The calendar by which working time is counted where a diagram names none. */
export const companyCalendar = 'company'

/** The calendar of a name, or a sentence that says what to do. [BT1] */
export function named(
  name: string,
  calendars: (name: string) => WorkingCalendar | undefined,
): Result<NamedCalendar, string> {
  const calendar = calendars(name)
  if (calendar) return ok({ name, calendar })
  return fail(
    `expected a calendar, got '${name}': name "company", a unit, or "user:" and a login name, or make this calendar`,
  )
}

/** The moment after a working duration like BP2D or BPT4H. [BT2] */
export function afterWorking(text: string, from: number, find: FindCalendar): Result<number, string> {
  const duration = readWorkingDuration(text)
  if (!duration) return fail(`expected a duration of working time like BPT4H or BP2D, got '${text}'`)
  const found = find()
  if (!found.ok) return found
  const end = addWorkingDuration(found.value.calendar, from, duration)
  return end === null ? tooFar(text, found.value.name) : ok(end)
}

export const tooFar = (text: string, name: string) =>
  fail(`expected working time within ten years, but calendar '${name}' has none for '${text}'`)
