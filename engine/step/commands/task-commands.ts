import { fail, ok, type Result } from '../../result.ts'
import type { Command, Rejection } from '../../state/command.ts'
import type { Execution } from '../execution.ts'
import { complete } from '../lifecycle.ts'
import { accept } from '../variables.ts'
import { findTask } from './find.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** The outcome, if there is one, is a variable like the others, so that gateways can ask for it. [UT4] */
export function completeTask(x: Execution, command: Of<'completeTask'>): Result<void, Rejection> {
  const found = findTask(x, command.key)
  if (!found.ok) return found
  const { key, outcome } = command
  x.emit({ type: 'taskCompleted', key, outcome })
  accept(x, found.value, outcome === null ? command.variables : { ...command.variables, outcome })
  complete(x, found.value)
  return ok(undefined)
}

export function assignTask(x: Execution, command: Of<'assignTask'>): Result<void, Rejection> {
  const found = findTask(x, command.key)
  if (!found.ok) return found
  const { assignee } = found.value.task!
  if (command.expected !== undefined && command.expected !== assignee) {
    return fail({
      code: 'task_already_assigned',
      message: `task ${command.key} is assigned to ${assignee ?? 'nobody'}, not to ${command.expected ?? 'nobody'}: load it again`,
    })
  }
  if (assignee !== command.assignee)
    x.emit({ type: 'taskAssigned', key: command.key, assignee: command.assignee })
  return ok(undefined)
}

export function updateTask(x: Execution, { key, changes }: Of<'updateTask'>): Result<void, Rejection> {
  const found = findTask(x, key)
  if (!found.ok) return found
  x.emit({ type: 'taskUpdated', key, changes })
  return ok(undefined)
}
