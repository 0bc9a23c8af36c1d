import { type CalendarDefinition, compileCalendar, type WorkingCalendar, weekOf } from '../calendar/index.ts'

/** Office hours from Monday to Friday in UTC, unless the test says otherwise. */
export function testCalendar(parts: Partial<CalendarDefinition> = {}): WorkingCalendar {
  const compiled = compileCalendar({ zone: 'UTC', week: weekOf('DE'), days: [], yearly: [], ...parts })
  if (!compiled.ok) throw new Error(compiled.error.message)
  return compiled.value
}
