import type {
  ElementInstance,
  TaskChanges,
  TaskCorrections,
  TaskTransition,
} from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { raise } from './incident.ts'
import { complete } from './lifecycle.ts'
import { listenToTask } from './listening.ts'
import { assignCreated, beginTransition } from './task-opening.ts'
import { finishTermination } from './terminate.ts'
import { accept } from './variables.ts'

/** Lets something happen to a user task, after its listeners. A listener that can't be asked is an incident. [UT9] */
export function transit(x: Execution, instance: ElementInstance, transition: TaskTransition): void {
  try {
    if (beginTransition(x, instance, transition) === 'rests') return
  } catch (error) {
    raise(x, instance, 'active', error)
    return
  }
  happen(x, instance, transition, false)
}

/** A listener has let it pass, or its incident was resolved: the next one, or it happens. */
export function goOnWithTask(x: Execution, instance: ElementInstance): void {
  try {
    if (listenToTask(x, instance) === 'rests') return
    const { transition } = instance.extra!.listening!
    x.emit({ type: 'listeningEnded', key: instance.key })
    happen(x, instance, transition!, true)
  } catch (error) {
    raise(x, instance, 'active', error)
  }
}

function happen(
  x: Execution,
  instance: ElementInstance,
  transition: TaskTransition,
  listened: boolean,
): void {
  const { key } = instance
  const { corrections } = transition
  switch (transition.kind) {
    case 'creating': {
      const { assignee = transition.assignee, ...changes } = corrections
      update(x, instance, changes)
      x.emit({ type: 'taskOpened', key })
      assignCreated(x, instance, assignee)
      return
    }
    case 'assigning': {
      const { assignee = transition.assignee, ...changes } = corrections
      assign(x, instance, assignee, transition)
      update(x, instance, changes)
      return
    }
    case 'updating':
      correct(x, instance, { ...transition.changes, ...corrections })
      return
    case 'completing':
      correct(x, instance, corrections)
      completeNow(x, instance, transition, listened)
      return
    case 'canceling':
      finishTermination(x, instance)
      x.settleLater(instance.scope)
  }
}

function assign(
  x: Execution,
  { key }: ElementInstance,
  assignee: string | null,
  { owner, action }: Extract<TaskTransition, { kind: 'assigning' }>,
): void {
  const isUnusual = !['', 'assign', 'unassign'].includes(action)
  const details = { ...(owner !== null && { owner }), ...(isUnusual && { action }) }
  x.emit({ type: 'taskAssigned', key, assignee, ...details })
}

/** The outcome, if there is one, is a variable like the others, so that gateways can ask for it. [UT4] */
function completeNow(
  x: Execution,
  instance: ElementInstance,
  { outcome, variables }: Extract<TaskTransition, { kind: 'completing' }>,
  listened: boolean,
): void {
  const { key } = instance
  x.emit(
    listened ? { type: 'taskCompleted', key, outcome, listened } : { type: 'taskCompleted', key, outcome },
  )
  accept(x, instance, outcome === null ? variables : { ...variables, outcome })
  complete(x, instance)
}

function correct(x: Execution, instance: ElementInstance, { assignee, ...changes }: TaskCorrections): void {
  const { key, task } = instance
  if (assignee !== undefined && assignee !== task!.assignee) x.emit({ type: 'taskAssigned', key, assignee })
  update(x, instance, changes)
}

function update(x: Execution, { key }: ElementInstance, changes: TaskChanges): void {
  if (Object.keys(changes).length > 0) x.emit({ type: 'taskUpdated', key, changes })
}
