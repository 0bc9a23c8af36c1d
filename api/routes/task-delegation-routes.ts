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
  409: 'task_already_completed, task_canceled, task_in_transition, task_not_delegated, task_not_assigned',
}

/** Having somebody else prepare a task: it comes back to its owner, who completes it. [UT7] [UT8] */
export function taskDelegationRoutes(services: Services): Route[] {
  const { engine, reading } = services

  async function give(person: Identity, task: Rows['tasks'], command: Command) {
    const done = await engine.execute(task.instance, command, { by: person.id })
    if (!done.ok) throw await taskRefusal(services, task.key, done.error)
    const now = (await engine.store.get('tasks', task.key)) ?? task
    const [row] = await presentTasks(services, person, [now])
    if (row === undefined) throw notFound('task', String(task.key))
    return row
  }

  const delegate = route({
    method: 'post',
    path: '/api/tasks/{key}/delegate',
    tag: 'Tasks',
    summary: 'Have someone else work on my task; it comes back to me',
    access: 'inbox.use',
    params,
    body: AssignTask,
    answer: TaskRow,
    problems: { ...problems, 422: 'person_not_found' },
    async handle({ person, params: { key }, body }) {
      const task = await loadOpenTask(services, person, key)
      await requireTask(services, person, 'task.delegate', task)
      const target = await getUser(reading, body.user)
      if (target === null || target.disabled)
        throw new ApiProblem(422, 'person_not_found', `There is nobody called ${body.user} to delegate to.`)
      await requireOtherEyes(services, { id: target.id, roles: target.roles, groups: [] }, task)
      return give(person, task, { type: 'delegateTask', key: task.key, assignee: target.id })
    },
  })

  const resolve = route({
    method: 'post',
    path: '/api/tasks/{key}/resolve',
    tag: 'Tasks',
    summary: 'Give a delegated task back to its owner: my part is done',
    access: 'inbox.use',
    params,
    answer: TaskRow,
    problems,
    async handle({ person, params: { key } }) {
      const task = await loadOpenTask(services, person, key)
      await requireTask(services, person, 'task.resolve', task)
      return give(person, task, { type: 'resolveTask', key: task.key })
    },
  })

  return [delegate, resolve]
}
