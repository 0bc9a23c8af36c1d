import type { ElementInstance, TaskTransition } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { listenToTask } from './listening.ts'

/** Asks the listeners of what is about to happen to a user task; it happens at once when there are none. [UT9] */
export function beginTransition(
  x: Execution,
  instance: ElementInstance,
  transition: TaskTransition,
): 'done' | 'rests' {
  if (!hasListeners(x, instance, transition.kind)) return 'done'
  x.emit({ type: 'taskTransitionBegun', key: instance.key, transition })
  return listenToTask(x, instance)
}

export function hasListeners(
  x: Execution,
  instance: ElementInstance,
  event: TaskTransition['kind'],
): boolean {
  const element = x.element(instance)
  return element.type === 'userTask' && element.userTask.listeners.some((one) => one.event === event)
}

/** A task that was created is given to whom it is for; that may be listened to as well. */
export function assignCreated(x: Execution, instance: ElementInstance, assignee: string | null): void {
  if (assignee === null) return
  const transition = { kind: 'assigning', assignee, owner: null, action: '', corrections: {} } as const
  if (beginTransition(x, instance, transition) === 'done')
    x.emit({ type: 'taskAssigned', key: instance.key, assignee })
}
