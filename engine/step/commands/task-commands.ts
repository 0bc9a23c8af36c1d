import { fail, ok, type Result } from '../../result.ts'
import type { Command, Rejection, RejectionCode } from '../../state/command.ts'
import type { ElementInstance, TaskState } from '../../state/instance-state.ts'
import type { Execution } from '../execution.ts'
import { transit } from '../task-transitions.ts'
import { findTask } from './find.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** A delegated task is resolved first: it is its owner who completes it. [UT8] */
export function completeTask(x: Execution, command: Of<'completeTask'>): Result<void, Rejection> {
  const found = findOpenTask(x, command.key)
  if (!found.ok) return found
  const { owner } = found.value.task
  if (owner !== null)
    return refuse('task_delegated', `task ${command.key} was delegated by ${owner}: resolve it first`)
  const { variables, outcome, action = 'complete' } = command
  transit(x, found.value.instance, { kind: 'completing', variables, outcome, action, corrections: {} })
  return ok(undefined)
}

/** Given back, a delegated task goes to its owner; given to someone else, it is delegated no more. [UT7] */
export function assignTask(x: Execution, command: Of<'assignTask'>): Result<void, Rejection> {
  const found = findOpenTask(x, command.key)
  if (!found.ok) return found
  const { assignee, owner } = found.value.task
  if (command.expected !== undefined && command.expected !== assignee) {
    return refuse(
      'task_already_assigned',
      `task ${command.key} is assigned to ${assignee ?? 'nobody'}, not to ${command.expected ?? 'nobody'}: load it again`,
    )
  }
  const target = command.assignee ?? owner
  if (target !== assignee) give(x, found.value.instance, target, null, command.action ?? usualAction(target))
  return ok(undefined)
}

/** Its assignee stays its owner; one who works on it for another may hand it on. [UT7] */
export function delegateTask(x: Execution, command: Of<'delegateTask'>): Result<void, Rejection> {
  const found = findOpenTask(x, command.key)
  if (!found.ok) return found
  const { assignee, owner } = found.value.task
  if (assignee === null)
    return refuse('task_not_assigned', `task ${command.key} is assigned to nobody: assign it instead`)
  const to = command.assignee
  const keeps = owner ?? assignee
  if (to !== assignee)
    give(x, found.value.instance, to, to === keeps ? null : keeps, command.action ?? 'delegate')
  return ok(undefined)
}

/** Its owner has it again. [UT7] */
export function resolveTask(x: Execution, command: Of<'resolveTask'>): Result<void, Rejection> {
  const found = findOpenTask(x, command.key)
  if (!found.ok) return found
  const { owner } = found.value.task
  if (owner === null) return refuse('task_not_delegated', `task ${command.key} is delegated to nobody`)
  give(x, found.value.instance, owner, null, command.action ?? 'resolve')
  return ok(undefined)
}

export function updateTask(x: Execution, command: Of<'updateTask'>): Result<void, Rejection> {
  const found = findOpenTask(x, command.key)
  if (!found.ok) return found
  const { changes, action = 'update' } = command
  transit(x, found.value.instance, { kind: 'updating', changes, action, corrections: {} })
  return ok(undefined)
}

function give(
  x: Execution,
  instance: ElementInstance,
  assignee: string | null,
  owner: string | null,
  action: string,
): void {
  transit(x, instance, { kind: 'assigning', assignee, owner, action, corrections: {} })
}

const usualAction = (assignee: string | null): string => (assignee === null ? 'unassign' : 'assign')

/** While listeners are asked, nothing else can be done with the task. [UT9] */
function findOpenTask(
  x: Execution,
  key: number,
): Result<{ instance: ElementInstance; task: TaskState }, Rejection> {
  const found = findTask(x, key)
  if (!found.ok) return found
  const instance = found.value
  const { task, extra } = instance
  if (!task || !extra?.listening) return ok({ instance, task: task! })
  return refuse(
    'task_in_transition',
    `listeners of task ${key} are being asked about its ${extra.listening.event}: wait until they are done`,
  )
}

const refuse = (code: RejectionCode, message: string): Result<never, Rejection> => fail({ code, message })
