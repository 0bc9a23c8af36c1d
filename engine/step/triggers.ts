import type { EventTrigger, GraphElement } from '../graph/process-graph.ts'
import type { EngineEvent } from '../state/event.ts'
import type { ElementInstance, TimerWait, Wait } from '../state/instance-state.ts'
import { firstDue, nextDue } from './due-time.ts'
import type { Execution } from './execution.ts'
import { Stuck } from './stuck.ts'
import { computeText, lookupFrom } from './variables.ts'

/**
 * Begins to wait for the boundary events of an activity and the event sub-processes of a scope. Of a multi-instance
 * activity the body has the boundary events and each inner instance its own event sub-processes. [TR1]
 */
export function openTriggers(x: Execution, instance: ElementInstance): void {
  const element = x.element(instance)
  const isInner = instance.loopCounter > 0
  const isBody = !isInner && element.multiInstance !== null
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
  const opened = catching.map((element) => waitFor(x, instance, element))
  for (const event of opened) if (event) x.emit(event)
}

export function closeWaits(x: Execution, instance: ElementInstance, which: (wait: Wait) => boolean): void {
  const { key } = instance
  for (const wait of instance.waits) {
    if (!which(wait)) continue
    if (wait.kind === 'timer') x.emit({ type: 'timerCanceled', key, timer: wait.key })
    else x.emit({ type: 'messageUnsubscribed', key, subscription: wait.key })
  }
}

/** After a firing that does not interrupt: the next turn of a cycle, if it has one. [TI2] */
export function rescheduleCycle(x: Execution, instance: ElementInstance, fired: TimerWait): void {
  const due = nextDue(fired, x.context.zone)
  if (!due) return
  const timer = x.context.nextKey()
  x.emit({ type: 'timerScheduled', key: instance.key, timer, element: fired.element, ...due })
}

export const triggerOf = (element: GraphElement): EventTrigger => {
  if (element.type === 'receiveTask') return { kind: 'message', message: element.message }
  return 'trigger' in element ? element.trigger : { kind: 'none' }
}

function waitFor(x: Execution, instance: ElementInstance, element: GraphElement): EngineEvent | null {
  const trigger = triggerOf(element)
  if (trigger.kind === 'timer') {
    const { kind, value } = trigger.timer
    const text = computeText(x, `the timer of '${element.id}'`, value, lookupFrom(x, instance))
    const due = firstDue(kind, text, x.context.now, x.context.zone)
    if (!due.ok) throw new Stuck('EXTRACT_VALUE_ERROR', `timer of '${element.id}': ${due.error}`)
    const timer = x.context.nextKey()
    return { type: 'timerScheduled', key: instance.key, timer, element: element.index, ...due.value }
  }
  if (trigger.kind === 'message') {
    const lookup = lookupFrom(x, instance)
    const { name, correlationKey } = trigger.message
    return {
      type: 'messageSubscribed',
      key: instance.key,
      subscription: x.context.nextKey(),
      element: element.index,
      name: computeText(x, `the message name of '${element.id}'`, name, lookup),
      correlationKey: correlationKey
        ? computeText(
            x,
            `the correlation key of '${element.id}'`,
            { kind: 'feel', expression: correlationKey },
            lookup,
          )
        : '',
    }
  }
  return null // errors are found by walking outwards when one is thrown
}

const at = (x: Execution, index: number): GraphElement => x.graph.elements[index]!

function startOf(x: Execution, eventSubProcess: number): GraphElement {
  const element = at(x, eventSubProcess)
  if (element.type !== 'eventSubProcess') throw new Error(`'${element.id}' is not an event sub-process`)
  return at(x, element.startEvent)
}
