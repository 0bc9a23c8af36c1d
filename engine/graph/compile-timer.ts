import type { EventDefinition, FlowNode, Timer } from '../model/model.ts'
import type { Compiling } from './compiling.ts'
import { computed } from './compute.ts'
import { isDateTime, isDuration, isRepetition } from './iso-8601.ts'
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
  return { kind: timer.kind, value }
}

const forms: Readonly<Record<Kind, { accepts(text: string): boolean; form: string; example: string }>> = {
  date: { accepts: isDateTime, form: 'an ISO 8601 date and time', example: '2026-03-01T09:00:00Z' },
  duration: { accepts: isDuration, form: 'an ISO 8601 duration', example: 'PT4H' },
  cycle: { accepts: isRepetition, form: 'an ISO 8601 repeating interval', example: 'R3/P1D' },
}

const badTimer = (node: FlowNode, { kind, text }: Timer) => ({
  code: 'bad_timer',
  element: node.id,
  message: `The timer's ${kind} must be ${forms[kind].form}, it is "${text}".`,
  remedy: `Write for example ${forms[kind].example}, or a FEEL expression beginning with "=".`,
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
