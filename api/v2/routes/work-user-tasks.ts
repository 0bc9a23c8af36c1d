import type { Rows } from '../../../engine/ports/rows.ts'
import type { Command } from '../../../engine/state/command.ts'
import type { Identity } from '../../auth/identity.ts'
import {
  assignUserTask,
  completeUserTask,
  unassignUserTask,
  updateUserTask,
} from '../../contract/v2/user-task-operations.ts'
import type { Route } from '../../http/route.ts'
import { loadOpenTask, taskRefusal } from '../../tasks/load-task.ts'
import { requireTask } from '../../tasks/task-rights.ts'
import { completeByContract } from '../complete-by-contract.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { requireAssignable } from '../require-assignable.ts'
import { serve } from '../serve.ts'
import { taskChanges } from '../task-changes.ts'

/** What the listeners of a task are told of the call. */
const named = (action: string | null | undefined) => (action ? { action } : {})

/** Working on user tasks. */
export function workUserTaskRoutes(dependencies: V2Dependencies): Route[] {
  const { engine } = dependencies
  const change = async (row: Rows['tasks'], command: Command, person: Identity) => {
    const changed = await engine.execute(row.instance, command, { by: person.id })
    if (!changed.ok) throw await taskRefusal(dependencies, row.key, changed.error)
    return undefined
  }
  return [
    serve(completeUserTask, 'inbox.use', async ({ params, body, person }) => {
      await completeByContract(dependencies, person, params.userTaskKey, body)
      return undefined
    }),
    serve(assignUserTask, 'inbox.use', async ({ params, body, person }) => {
      const row = await loadOpenTask(dependencies, person, params.userTaskKey)
      await requireAssignable(dependencies, person, row, body.assignee)
      const unlessTaken = body.allowOverride === false ? { expected: null } : {}
      const command = { type: 'assignTask', key: row.key, assignee: body.assignee } as const
      return change(row, { ...command, ...unlessTaken, ...named(body.action) }, person)
    }),
    serve(unassignUserTask, 'inbox.use', async ({ params, person }) => {
      const row = await loadOpenTask(dependencies, person, params.userTaskKey)
      if (row.assignee === null) return undefined
      await requireTask(dependencies, person, 'task.release', row)
      return change(row, { type: 'assignTask', key: row.key, assignee: null }, person)
    }),
    serve(updateUserTask, 'inbox.use', async ({ params, body, person }) => {
      const row = await loadOpenTask(dependencies, person, params.userTaskKey)
      await requireTask(dependencies, person, 'task.reassign', row)
      const command = { type: 'updateTask', key: row.key, changes: taskChanges(body.changeset) } as const
      return change(row, { ...command, ...named(body.action) }, person)
    }),
  ]
}
