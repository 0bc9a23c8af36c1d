import { needsAll } from '../graph/parts-of.ts'
import type { GraphElement } from '../graph/process-graph.ts'
import type { Variables } from '../json.ts'
import type { ElementInstance, Wait } from '../state/instance-state.ts'
import { beginAtGateway, gatewayBefore } from './begin-at-gateway.ts'
import type { Execution } from './execution.ts'
import { beginWaiting, closeWaits, messageWaitsFor, triggerOf } from './triggers.ts'

/**
 * Messages of one conversation begin one instance: who was begun by one of them waits for the others that begin instances, as
 * long as it runs, and is not kept running by that. [CK7] (OMG BPMN 2.0.2, 13.2)
 */
export function waitForOtherStarts(x: Execution, begun: GraphElement): void {
  if (!x.graph.correlation) return
  const root = x.instance(x.state.key)
  const opened = x.graph.startTriggers
    .map((index) => x.graph.elements[index]!)
    .filter((event) => placeOf(x, event) !== placeOf(x, begun) || !beginsOnce(x, event))
    .flatMap((event) => messageWaitsFor(x, root, event))
    .filter((event) => event.type === 'messageSubscribed' && event.correlationKey !== '')
  const isAlone = opened.every((event) => 'element' in event && event.element === begun.index)
  if (!isAlone) beginWaiting(x, opened)
}

/** Whether the event has not happened where the instance waits but begins something beside it. */
export const beginsBeside = (x: Execution, instance: ElementInstance, event: GraphElement): boolean =>
  instance.key === x.state.key && isBeginning(event)

/** Of the waits of a process those for its own start events; event sub-processes have theirs. */
export const isBeginning = (event: GraphElement): boolean => event.parent === 0

export function beginBeside(x: Execution, event: GraphElement, { part }: Wait, variables: Variables): void {
  const root = x.instance(x.state.key)
  if (beginsOnce(x, event))
    closeWaits(x, root, (wait) => placeOf(x, x.graph.elements[wait.element]!) === placeOf(x, event))
  if (gatewayBefore(x, event)) beginAtGateway(x, event, variables)
  else x.plan({ do: 'activate', element: event.index, scope: root.key, variables, loopCounter: 0, part })
}

/** Where several triggers belong together the first one begins; what is still needed of the others is waited for there. */
export const beginsOnce = (x: Execution, event: GraphElement): boolean =>
  gatewayBefore(x, event) !== undefined || needsAll(triggerOf(event))

const placeOf = (x: Execution, event: GraphElement): number => (gatewayBefore(x, event) ?? event).index
