import type { Rows } from '../../engine/ports/rows.ts'
import type { Refusal } from '../../engine/runtime/engine.ts'
import type { Identity } from '../auth/identity.ts'
import { type ApiProblem, notFound } from '../http/api-problem.ts'
import { refusalProblem } from '../http/refusal-problem.ts'
import { may } from '../policies/may.ts'
import { taskFacts } from '../policies/task-facts.ts'
import { keyNumber } from '../presenters/shapes.ts'
import type { Services } from '../services.ts'
import { alreadyAssigned, endedTask } from './task-conflict.ts'

/** The task if this person may see it; else 404, which does not tell whether there is one. */
export async function loadTask({ engine }: Services, person: Identity, key: string): Promise<Rows['tasks']> {
  const row = await engine.store.get('tasks', keyNumber(key))
  if (row === undefined || !may(person, 'task.read', taskFacts(row))) throw notFound('task', key)
  return row
}

/** As `loadTask`, and still open: else 409 that names who ended it and when. */
export async function loadOpenTask(
  services: Services,
  person: Identity,
  key: string,
): Promise<Rows['tasks']> {
  const task = await loadTask(services, person, key)
  const ended = await endedTask(services, task)
  if (ended !== null) throw ended
  return task
}

/** Why the engine refused a command for a task: whoever was faster is named. */
export async function taskRefusal(services: Services, key: number, refusal: Refusal): Promise<ApiProblem> {
  const task = await services.engine.store.get('tasks', key)
  if (task === undefined || refusal.code === 'handler_rejected') return refusalProblem(refusal)
  if (refusal.code === 'task_already_assigned' && task.assignee !== null)
    return alreadyAssigned(services, task)
  return (await endedTask(services, task)) ?? refusalProblem(refusal)
}
