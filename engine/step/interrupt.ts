import type { GraphElement } from '../graph/process-graph.ts'
import type { Variables } from '../json.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { terminate, terminateChildren } from './terminate.ts'
import { closeWaits } from './triggers.ts'

/**
 * A boundary event or the start of an event sub-process takes over: the activity is ended, or the scope emptied and its
 * other event sub-processes put to rest, and the event goes on with what it brought. [BE1] [ES1]
 */
export function interrupt(
  x: Execution,
  at: ElementInstance,
  event: GraphElement,
  variables: Variables,
): void {
  if (event.type === 'startEvent') {
    terminateChildren(x, at)
    if (at.incident) x.emit({ type: 'incidentResolved', key: at.key, incident: at.incident.key })
    closeWaits(x, at, (wait) => x.graph.elements[wait.element]!.type !== 'boundaryEvent')
  } else {
    terminate(x, at)
  }
  proceed(x, at, event, variables)
}

/** The event goes on beside what runs: nothing is ended. [BE2] [ES2] */
export function proceed(x: Execution, at: ElementInstance, event: GraphElement, variables: Variables): void {
  const isStart = event.type === 'startEvent'
  x.plan({
    do: 'activate',
    element: isStart ? event.parent : event.index,
    scope: isStart ? at.key : at.scope,
    variables,
    loopCounter: 0,
  })
}
