import type { Extended, Extension } from '../model/model.ts'
import { compileRetries, defaultRetries, readHeaders } from './compile-job.ts'
import type { Compiling } from './compiling.ts'
import { computed } from './compute.ts'
import { attribute, childrenNamed, findExtension } from './find-extension.ts'
import type { JobDefinition, TaskEvent, TaskListener } from './process-graph.ts'

/** Jobs that are done before an element's own work and after it. */
export interface ExecutionListeners {
  readonly startListeners: readonly JobDefinition[]
  readonly endListeners: readonly JobDefinition[]
}

/** zeebe:executionListeners, in the order in which they are written. */
export function compileExecutionListeners(
  extended: Extended,
  element: string,
  at: Compiling,
): ExecutionListeners {
  const listeners = childrenNamed(findExtension(extended, 'executionListeners'), 'executionListener')
  if (listeners.length === 0) return NO_LISTENERS
  const jobsFor = (event: string): JobDefinition[] =>
    listeners
      .filter((listener) => attribute(listener, 'eventType') === event)
      .flatMap((listener) => jobOf(listener, element, at) ?? [])
  const unknown = listeners.find((listener) => !['start', 'end'].includes(attribute(listener, 'eventType')))
  if (unknown) at.report(unknownEvent(unknown, element, ['start', 'end']))
  return { startListeners: jobsFor('start'), endListeners: jobsFor('end') }
}

export const NO_LISTENERS: ExecutionListeners = { startListeners: [], endListeners: [] }

const TASK_EVENTS: readonly TaskEvent[] = ['creating', 'assigning', 'updating', 'completing', 'canceling']

/** zeebe:taskListeners of a user task. */
export function compileTaskListeners(extended: Extended, element: string, at: Compiling): TaskListener[] {
  const listeners = childrenNamed(findExtension(extended, 'taskListeners'), 'taskListener')
  return listeners.flatMap((listener): TaskListener[] => {
    const event = TASK_EVENTS.find((one) => one === attribute(listener, 'eventType'))
    if (event === undefined) at.report(unknownEvent(listener, element, TASK_EVENTS))
    const job = jobOf(listener, element, at)
    return event === undefined || job === null ? [] : [{ event, job }]
  })
}

function jobOf(listener: Extension, element: string, at: Compiling): JobDefinition | null {
  const text = attribute(listener, 'type')
  if (text === '') at.report(missingType(element))
  const type = computed(text, { element, what: 'listener type' }, at)
  const retries = compileRetries(attribute(listener, 'retries') || defaultRetries, element, at)
  const [headers] = childrenNamed(listener, 'taskHeaders')
  return type === null || retries === null ? null : { type, retries, headers: readHeaders(headers) }
}

const missingType = (element: string) => ({
  code: 'missing_listener_type',
  element,
  message: 'A listener has no type, so no worker can take its jobs.',
  remedy: 'Set the type of the listener, or remove the listener.',
})

const unknownEvent = (listener: Extension, element: string, known: readonly string[]) => ({
  code: 'bad_listener_event',
  element,
  message: `A listener's event is "${attribute(listener, 'eventType')}", which is none of ${known.join(', ')}.`,
  remedy: `Choose one of ${known.join(', ')}.`,
})
