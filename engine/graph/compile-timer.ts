import { checkCron, looksLikeCron } from '../calendar/index.ts'
import type { EventDefinition, FlowNode, Timer } from '../model/model.ts'
import { catchUpProperty } from './catch-up.ts'
import { compileCalendarName } from './compile-calendar-name.ts'
import type { Compiling } from './compiling.ts'
import { computed } from './compute.ts'
import { propertyOf } from './find-extension.ts'
import { isAnyDuration, isDateTime, isRepetition } from './iso-8601.ts'
import type { TimerDefinition } from './process-graph.ts'

type Kind = Timer['kind']

/** Reads a timer of one of the `allowed` kinds; null when it was refused (reported). */
export function compileTimer(
  node: FlowNode,
  event: EventDefinition,
  allowed: readonly Kind[],
  at: Compiling,
): TimerDefinition | null {
  const timer = event.timers[0]
  if (timer === undefined || event.timers.length > 1 || timer.text === '') {
    at.report(oneTimerExpected(node, event.timers.length))
    return null
  }
  if (!allowed.includes(timer.kind)) {
    at.report(wrongKind(node, timer.kind, allowed))
    return null
  }
  const value = computed(timer.text, { element: node.id, what: `timer ${timer.kind}` }, at)
  if (value === null) return null
  if (value.kind === 'fixed' && !forms[timer.kind].accepts(value.text)) {
    at.report(badTimer(node, timer))
    return null
  }
  if (!hasCycle(node) && propertyOf(node, catchUpProperty) !== '') at.report(nothingToCatchUp(node))
  return { kind: timer.kind, value, calendar: compileCalendarName(node, at) }
}

const hasCycle = ({ events }: FlowNode): boolean =>
  events.some(({ timers }) => timers.some(({ kind }) => kind === 'cycle'))

/** A repeating interval, or a cron pattern. [TI5] */
const isCycle = (text: string): boolean => (looksLikeCron(text) ? checkCron(text).ok : isRepetition(text))

/** What is wrong with a cron pattern; nothing to add for other texts. */
function reasonFor({ kind, text }: Timer): string {
  const checked = kind === 'cycle' && looksLikeCron(text) ? checkCron(text) : null
  return checked === null || checked.ok ? '' : ` (${checked.error})`
}

const forms: Readonly<Record<Kind, { accepts(text: string): boolean; form: string; example: string }>> = {
  date: { accepts: isDateTime, form: 'an ISO 8601 date and time', example: '2026-03-01T09:00:00Z' },
  duration: {
    accepts: isAnyDuration,
    form: 'an ISO 8601 duration, with B before it for working time',
    example: 'PT4H',
  },
  cycle: { accepts: isCycle, form: 'an ISO 8601 repeating interval or a cron pattern', example: 'R3/P1D' },
}

const badTimer = (node: FlowNode, timer: Timer) => ({
  code: 'bad_timer',
  element: node.id,
  message: `The timer's ${timer.kind} must be ${forms[timer.kind].form}, it is "${timer.text}"${reasonFor(timer)}.`,
  remedy: `Write for example ${forms[timer.kind].example}, or a FEEL expression beginning with "=".`,
})

const nothingToCatchUp = (node: FlowNode) => ({
  code: 'bad_kartabl_property',
  element: node.id,
  message: `The property ${catchUpProperty} means nothing here: only the turns of a cycle can be missed.`,
  remedy: 'Remove it; a late date or duration is fired once, as soon as that is possible.',
})

const oneTimerExpected = (node: FlowNode, count: number) => ({
  code: 'missing_timer',
  element: node.id,
  message: `The timer needs exactly one date, duration or cycle, it has ${count > 1 ? count : 'none'}.`,
  remedy: 'Set one of them, for example the duration PT4H.',
})

const wrongKind = (node: FlowNode, kind: Kind, allowed: readonly Kind[]) => ({
  code: 'timer_kind_not_here',
  element: node.id,
  message: `A timer of kind ${kind} has no meaning in this position.`,
  remedy: `Use: ${allowed.join(' or ')}.`,
})
