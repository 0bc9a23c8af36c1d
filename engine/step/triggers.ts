import { partsOf } from '../graph/parts-of.ts'
import type { EventTrigger, GraphElement, SingleTrigger } from '../graph/process-graph.ts'
import { noVariables } from '../json.ts'
import type { EngineEvent } from '../state/event.ts'
import type { ElementInstance, TimerWait, Wait } from '../state/instance-state.ts'
import { conditionHolds } from './conditions.ts'
import type { DueTime } from './due-time.ts'
import type { Execution } from './execution.ts'
import { correlationKeyAt } from './known-keys.ts'
import { timerDue } from './timer-due.ts'
import { computeText, lookupFrom } from './variables.ts'

/**
 * Begins to wait for the boundary events of an activity and the event sub-processes of a scope. Of a loop or multi-instance
 * activity the body has the boundary events and each inner instance its own event sub-processes. [TR1]
 */
export function openTriggers(x: Execution, instance: ElementInstance): void {
  const element = x.element(instance)
  const isInner = instance.loopCounter > 0
  const isBody = !isInner && element.loop !== null
  const catching = isInner ? [] : element.boundaryEvents.map((index) => at(x, index))
  if ('eventSubProcesses' in element && !isBody)
    for (const index of element.eventSubProcesses) catching.push(startOf(x, index))
  if (catching.length > 0) openWaits(x, instance, catching)
}

/**
 * Begins to wait, on behalf of `instance`, for each of these events. All values are computed before the first wait is
 * opened, so that an incident leaves nothing half open.
 */
export function openWaits(x: Execution, instance: ElementInstance, catching: readonly GraphElement[]): void {
  beginWaiting(x, waitsFor(x, instance, catching))
}

/** The events that open the waits, not yet emitted. */
export const waitsFor = (
  x: Execution,
  instance: ElementInstance,
  catching: readonly GraphElement[],
): EngineEvent[] =>
  catching.flatMap((element) =>
    partsOf(triggerOf(element)).flatMap(
      (trigger, part) => waitFor(x, instance, element, trigger, part) ?? [],
    ),
  )

/** As `openWaits`, for the other parts of an event that has one of them already. */
export function openOtherParts(
  x: Execution,
  instance: ElementInstance,
  element: GraphElement,
  happened: number,
): void {
  const parts = partsOf(triggerOf(element)).map((trigger, part) =>
    part === happened ? null : waitFor(x, instance, element, trigger, part),
  )
  beginWaiting(x, parts)
}

/** As `waitsFor`, for the messages alone. */
export const messageWaitsFor = (
  x: Execution,
  instance: ElementInstance,
  element: GraphElement,
): EngineEvent[] =>
  partsOf(triggerOf(element)).flatMap((trigger, part) =>
    trigger.kind === 'message' ? (waitFor(x, instance, element, trigger, part) ?? []) : [],
  )

export function beginWaiting(x: Execution, opened: readonly (EngineEvent | null)[]): void {
  for (const event of opened) {
    if (!event) continue
    x.emit(event)
    // It is met by being true already. [CE1]
    if (event.type === 'conditionOpened' && event.holds)
      x.plan({ do: 'happen', key: event.key, wait: event.condition, variables: noVariables() })
  }
}

export function closeWaits(x: Execution, instance: ElementInstance, which: (wait: Wait) => boolean): void {
  for (const wait of instance.waits) if (which(wait)) x.emit(closing(instance, wait))
}

function closing({ key }: ElementInstance, wait: Wait): EngineEvent {
  if (wait.kind === 'timer') return { type: 'timerCanceled', key, timer: wait.key }
  if (wait.kind === 'message') return { type: 'messageUnsubscribed', key, subscription: wait.key }
  return { type: 'waitClosed', key, wait: wait.key }
}

/** After a firing that does not interrupt: the next turn of its cycle. [TI2] */
export function rescheduleCycle(
  x: Execution,
  instance: ElementInstance,
  fired: TimerWait,
  next: DueTime,
): void {
  const { dueAt, repetitions, cycle } = next
  const due = { dueAt, repetitions, cycle }
  const timer = x.context.nextKey()
  const part = partIn(fired.part)
  x.emit({ type: 'timerScheduled', key: instance.key, timer, element: fired.element, ...due, ...part })
}

export const triggerOf = (element: GraphElement): EventTrigger => {
  if (element.type === 'receiveTask') return { kind: 'message', message: element.message }
  return 'trigger' in element ? element.trigger : { kind: 'none' }
}

function waitFor(
  x: Execution,
  instance: ElementInstance,
  element: GraphElement,
  trigger: SingleTrigger,
  part: number,
): EngineEvent | null {
  const { key } = instance
  const lookup = lookupFrom(x, instance)
  const spot = { key, element: element.index, ...partIn(part) }
  if (trigger.kind === 'timer') {
    const due = timerDue(x, instance, element, trigger.timer)
    return { type: 'timerScheduled', timer: x.context.nextKey(), ...spot, ...due }
  }
  if (trigger.kind === 'message') {
    const { name, correlationKey, keys } = trigger.message
    const keyText = correlationKey && ({ kind: 'feel', expression: correlationKey } as const)
    return {
      type: 'messageSubscribed',
      subscription: x.context.nextKey(),
      ...spot,
      name: computeText(x, `the message name of '${element.id}'`, name, lookup),
      correlationKey: keyText
        ? computeText(x, `the correlation key of '${element.id}'`, keyText, lookup)
        : correlationKeyAt(x, instance, keys),
    }
  }
  if (trigger.kind === 'signal') {
    const name = computeText(x, `the signal name of '${element.id}'`, trigger.name, lookup)
    return { type: 'signalSubscribed', subscription: x.context.nextKey(), ...spot, name, part }
  }
  if (trigger.kind === 'conditional') {
    const holds = conditionHolds(x, instance, trigger.condition)
    return { type: 'conditionOpened', condition: x.context.nextKey(), ...spot, holds, part }
  }
  return null // what is thrown inside is found by walking outwards
}

/** Most events have one trigger: its number is left out of the history. */
export const partIn = (part: number): { part?: number } => (part === 0 ? {} : { part })

const at = (x: Execution, index: number): GraphElement => x.graph.elements[index]!

function startOf(x: Execution, eventSubProcess: number): GraphElement {
  const element = at(x, eventSubProcess)
  if (element.type !== 'eventSubProcess') throw new Error(`'${element.id}' is not an event sub-process`)
  return at(x, element.startEvent)
}
