import { z } from 'zod'
import { getUser } from '../../db/records/people/user.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Command } from '../../engine/state/command.ts'
import type { Identity } from '../auth/identity.ts'
import { AssignTask, Key, TaskRow } from '../contract/index.ts'
import { ApiProblem, notFound } from '../http/api-problem.ts'
import { type Route, route } from '../http/route.ts'
import { presentTasks } from '../presenters/task-rows.ts'
import type { Services } from '../services.ts'
import { loadOpenTask, taskRefusal } from '../tasks/load-task.ts'
import { requireOtherEyes, requireTask } from '../tasks/task-rights.ts'

const params = z.object({ key: Key })
const problems = {
  404: 'task_not_found',
  409: 'task_already_completed, task_already_assigned, task_canceled',
}

/** Who does a task: take it, give it back, hand it out. */
export function taskAssignmentRoutes(services: Services): Route[] {
  const { engine, reading } = services

  /** Assigns and answers the task as it is now. `expected`: who must have it, so that two who take it don't both get it. */
  async function assign(
    person: Identity,
    task: Rows['tasks'],
    assignee: string | null,
    expected?: string | null,
  ) {
    const base = { type: 'assignTask', key: task.key, assignee } as const
    const command: Command = expected === undefined ? base : { ...base, expected }
    const done = await engine.execute(task.instance, command, { by: person.id })
    if (!done.ok) throw await taskRefusal(services, task.key, done.error)
    const now = (await engine.store.get('tasks', task.key)) ?? task
    const [row] = await presentTasks(services, person, [now])
    if (row === undefined) throw notFound('task', String(task.key))
    return row
  }

  const claim = route({
    method: 'post',
    path: '/api/tasks/{key}/claim',
    tag: 'Tasks',
    summary: 'Take a task that is offered to me',
    access: 'inbox.use',
    params,
    answer: TaskRow,
    problems,
    async handle({ person, params: { key } }) {
      const task = await loadOpenTask(services, person, key)
      if (task.assignee === person.id) return assign(person, task, person.id, person.id)
      await requireTask(services, person, 'task.claim', task)
      return assign(person, task, person.id, null)
    },
  })

  const release = route({
    method: 'post',
    path: '/api/tasks/{key}/release',
    tag: 'Tasks',
    summary: 'Give a task back to its candidates',
    access: 'inbox.use',
    params,
    answer: TaskRow,
    problems,
    async handle({ person, params: { key } }) {
      const task = await loadOpenTask(services, person, key)
      await requireTask(services, person, 'task.release', task)
      return assign(person, task, null, task.assignee)
    },
  })

  const handOut = route({
    method: 'post',
    path: '/api/tasks/{key}/assign',
    tag: 'Tasks',
    summary: 'Give a task to someone',
    access: 'task.assign',
    params,
    body: AssignTask,
    answer: TaskRow,
    problems: { ...problems, 422: 'person_not_found' },
    async handle({ person, params: { key }, body }) {
      const task = await loadOpenTask(services, person, key)
      await requireTask(services, person, 'task.reassign', task)
      const target = await getUser(reading, body.user)
      if (target === null || target.disabled)
        throw new ApiProblem(
          422,
          'person_not_found',
          `There is nobody called ${body.user} to give the task to.`,
        )
      await requireOtherEyes(services, { id: target.id, roles: target.roles, groups: [] }, task)
      return assign(person, task, target.id)
    },
  })

  return [claim, release, handOut]
}
