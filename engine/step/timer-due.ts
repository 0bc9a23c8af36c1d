import type { VariableLookup } from '../feel/index.ts'
import type { Computed, GraphElement, TimerDefinition } from '../graph/process-graph.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import { type DueTime, firstDue } from './due-time.ts'
import type { Execution } from './execution.ts'
import type { Clock } from './read-moment.ts'
import { Stuck } from './stuck.ts'
import { computeText, lookupFrom } from './variables.ts'
import { companyCalendar, named } from './working-clock.ts'

/** When the timer of `element` fires first, as seen from `instance`, which waits for it; `Stuck` when that can't be told. */
export function timerDue(
  x: Execution,
  instance: ElementInstance,
  { id }: GraphElement,
  { kind, value, calendar }: TimerDefinition,
): DueTime {
  const lookup = lookupFrom(x, instance)
  const text = computeText(x, `the timer of '${id}'`, value, lookup)
  const due = firstDue(kind, text, clockOf(x, calendar, lookup))
  if (due.ok) return due.value
  throw new Stuck('EXTRACT_VALUE_ERROR', `timer of '${id}': ${due.error}`)
}

/** The clock of a step; the calendar's name is computed only where working time is counted. [BT1] */
export const clockOf = (x: Execution, calendar: Computed | null, lookup: VariableLookup): Clock => ({
  now: x.context.now,
  zone: x.context.zone,
  calendar: () =>
    named(calendar ? computeText(x, 'the calendar', calendar, lookup) : companyCalendar, x.context.calendar),
})
