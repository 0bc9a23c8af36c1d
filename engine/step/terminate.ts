import { childrenOf } from '../state/children.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { raise } from './incident.ts'
import { listeningTo } from './listening.ts'
import { beginTransition, hasListeners } from './task-opening.ts'
import { closeWaits } from './triggers.ts'

/**
 * Ends an element instance and all that is inside it, innermost first; nothing leaves it. [TE1] A task whose canceling is
 * listened to stays until its listeners are done, and so do the scopes around it that end with it. [UT11]
 */
export function terminate(x: Execution, instance: ElementInstance): void {
  if (instance.children > 0) terminateChildren(x, instance)
  if (!lingers(x, instance)) finishTermination(x, instance)
}

/** Ends everything inside a scope but `spared`: tokens on their way and at its joins included. [TE2] */
export function terminateChildren(x: Execution, scope: ElementInstance, spared?: ElementInstance): void {
  if (scope.children > (spared ? 1 : 0)) {
    for (const child of childrenOf(x.state, scope.key)) if (child !== spared) terminate(x, child)
  }
  if (scope.extra?.undoing) x.emit({ type: 'compensationEnded', key: scope.key })
  if (scope.held || scope.extra?.gates.size) x.emit({ type: 'tokensDiscarded', scope: scope.key })
  x.dropPlanned(scope.key)
}

/** Takes back what the instance offered to the world: its task, job, called process, incident and waits. */
export function dropWork(x: Execution, instance: ElementInstance): void {
  if (instance.task) x.emit({ type: 'taskCanceled', key: instance.key })
  dropAllButTask(x, instance)
}

export function finishTermination(x: Execution, instance: ElementInstance): void {
  dropWork(x, instance)
  x.emit({ type: 'elementTerminated', key: instance.key })
  if (instance.extra?.undoes) x.plan({ do: 'undo', key: instance.extra.undoes })
}

/** All of the instance has been ended; it is canceled as soon as nothing in it lingers. */
export function endCanceled(x: Execution): void {
  const { key } = x.state
  const root = x.instance(key)
  terminateChildren(x, root)
  dropWork(x, root)
  if (root.children === 0) x.emit({ type: 'instanceCanceled', key })
  else if (!isTerminating(root)) x.emit({ type: 'terminationBegun', key })
}

export const isTerminating = ({ extra }: ElementInstance): boolean => extra?.mode === 'terminating'

/** Nothing is active in the scope but what waits for the listeners of its canceling. [UT11] */
export function onlyLingers(x: Execution, scope: ElementInstance): boolean {
  if (scope.children === 0) return true
  const inside = [...x.state.elements.values()].filter((one) => one.scope === scope.key)
  return inside.every((one) => listeningTo(one, 'canceling') || isTerminating(one))
}

function lingers(x: Execution, instance: ElementInstance): boolean {
  if (listeningTo(instance, 'canceling') || isTerminating(instance)) return true
  const isHeldUp = instance.task !== null && hasListeners(x, instance, 'canceling')
  if (!isHeldUp && instance.children === 0) return false
  dropAllButTask(x, instance)
  if (isHeldUp) askBeforeCanceling(x, instance)
  else x.emit({ type: 'terminationBegun', key: instance.key })
  return true
}

function askBeforeCanceling(x: Execution, instance: ElementInstance): void {
  try {
    beginTransition(x, instance, { kind: 'canceling', action: '', corrections: {} })
  } catch (error) {
    raise(x, instance, 'active', error)
  }
}

function dropAllButTask(x: Execution, instance: ElementInstance): void {
  const { key } = instance
  if (instance.job) x.emit({ type: 'jobCanceled', key, job: instance.job.key })
  if (instance.called) x.emit({ type: 'callCanceled', key, called: instance.called })
  if (instance.incident) x.emit({ type: 'incidentResolved', key, incident: instance.incident.key })
  closeWaits(x, instance, () => true)
}
