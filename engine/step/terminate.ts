import { childrenOf } from '../state/children.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { closeWaits } from './triggers.ts'

/** Ends an element instance and all that is inside it, innermost first; nothing leaves it. [TE1] */
export function terminate(x: Execution, instance: ElementInstance): void {
  if (instance.children > 0) terminateChildren(x, instance)
  dropWork(x, instance)
  x.emit({ type: 'elementTerminated', key: instance.key })
  if (instance.extra?.undoes) x.plan({ do: 'undo', key: instance.extra.undoes })
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
  const { key } = instance
  if (instance.task) x.emit({ type: 'taskCanceled', key })
  if (instance.job) x.emit({ type: 'jobCanceled', key, job: instance.job.key })
  if (instance.called) x.emit({ type: 'callCanceled', key, called: instance.called })
  if (instance.incident) x.emit({ type: 'incidentResolved', key, incident: instance.incident.key })
  closeWaits(x, instance, () => true)
}
