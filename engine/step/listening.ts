import type { JobDefinition } from '../graph/process-graph.ts'
import type { ElementInstance, ListenedCause, Listening } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { offerJob } from './offer-job.ts'
import { closeWaits } from './triggers.ts'

/** The jobs of start listeners come first, one after another; what led to the element is kept meanwhile. [EL1] [EL2] */
export function listenAtStart(
  x: Execution,
  instance: ElementInstance,
  cause: ListenedCause,
): 'done' | 'rests' {
  const { startListeners } = x.element(instance)
  if (startListeners.length === 0 || isWhole(x, instance)) return 'done'
  const { key } = instance
  if (!listeningTo(instance, 'start')) x.emit({ type: 'listeningBegun', key, event: 'start', cause })
  return askNext(x, instance, startListeners)
}

/** The jobs of end listeners come last; nothing interrupts the element any more. [EL1] [EL4] */
export function listenAtEnd(x: Execution, instance: ElementInstance): 'done' | 'rests' {
  const { endListeners } = x.element(instance)
  if (endListeners.length === 0 || isWhole(x, instance)) return 'done'
  if (!listeningTo(instance, 'end')) {
    closeWaits(x, instance, () => true)
    x.emit({ type: 'listeningBegun', key: instance.key, event: 'end', cause: null })
  }
  return askNext(x, instance, endListeners)
}

/** A user task's listeners of what is about to happen to it. [UT9] */
export function listenToTask(x: Execution, instance: ElementInstance): 'done' | 'rests' {
  const element = x.element(instance)
  const event = instance.extra?.listening?.event
  if (element.type !== 'userTask') return 'done'
  const listeners = element.userTask.listeners.filter((listener) => listener.event === event)
  return askNext(
    x,
    instance,
    listeners.map(({ job }) => job),
  )
}

export const listeningTo = ({ extra }: ElementInstance, event: Listening['event']): boolean =>
  extra?.listening?.event === event

/** Whether it waits for the job of a listener. */
export const waitsForListener = ({ extra, job }: ElementInstance): boolean =>
  extra?.listening != null && job !== null

function askNext(
  x: Execution,
  instance: ElementInstance,
  listeners: readonly JobDefinition[],
): 'done' | 'rests' {
  const { done, event } = instance.extra!.listening!
  const next = listeners[done]
  return next === undefined ? 'done' : offerJob(x, instance, next, event)
}

/** Of a loop each instance has the listeners, the whole of it none. [EL5] */
const isWhole = (x: Execution, instance: ElementInstance): boolean =>
  x.element(instance).loop !== null && instance.loopCounter === 0
