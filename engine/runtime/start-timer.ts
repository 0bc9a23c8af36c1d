import { toJson } from '../feel/index.ts'
import { partsOf } from '../graph/parts-of.ts'
import type { Computed, GraphElement, TimerDefinition } from '../graph/process-graph.ts'
import type { Result } from '../result.ts'
import { type DueTime, firstDue } from '../step/due-time.ts'
import { nextDue, type TurnClock } from '../step/next-due.ts'
import { triggerOf } from '../step/triggers.ts'
import { companyCalendar, named } from '../step/working-clock.ts'

/**
 * When a start timer fires that is deployed now. The turns of a cycle that lie before its deployment are over, whatever it
 * says of missed ones; null when all of them are. [TI8]
 */
export function firstStart(timer: TimerDefinition, clock: TurnClock): Result<DueTime | null, string> {
  const first = startDue(timer, clock)
  if (!first.ok || first.value.cycle === null || first.value.dueAt >= clock.now) return first
  return nextDue(first.value, 'once', clock)
}

/** The first firing as the timer says it. Its cycle's turns are counted from the deployment, at `clock.now`. */
export const startDue = (
  { kind, value, calendar }: TimerDefinition,
  { now, zone, calendar: calendars }: TurnClock,
): Result<DueTime, string> =>
  firstDue(kind, withoutVariables(value, now, zone), {
    now,
    zone,
    calendar: () => named(calendar ? withoutVariables(calendar, now, zone) : companyCalendar, calendars),
  })

/** Null where the trigger of this number is none. */
export function timerOf(element: GraphElement, part: number): TimerDefinition | null {
  const trigger = partsOf(triggerOf(element))[part]
  return trigger?.kind === 'timer' ? trigger.timer : null
}

/** Before there is an instance there are no variables: an expression sees none. */
export function withoutVariables(computed: Computed, now: number, zone: string): string {
  if (computed.kind === 'fixed') return computed.text
  const value = computed.expression.evaluate(() => undefined, { now, zone })
  return value.ok ? String(toJson(value.value)) : ''
}
