import { z } from 'zod'
import { FollowUpTask, Key, TaskRow } from '../contract/index.ts'
import { ApiProblem, notFound } from '../http/api-problem.ts'
import { type Route, route } from '../http/route.ts'
import { time } from '../presenters/shapes.ts'
import { presentTasks } from '../presenters/task-rows.ts'
import type { Services } from '../services.ts'
import { loadOpenTask, taskRefusal } from '../tasks/load-task.ts'
import { requireTask } from '../tasks/task-rights.ts'

/** Putting a task off: until then it is out of the ordinary views. [UT5] */
export function taskFollowUpRoutes(services: Services): Route[] {
  const { engine, now } = services

  const followUp = route({
    method: 'put',
    path: '/api/tasks/{key}/follow-up',
    tag: 'Tasks',
    summary: 'Put my task off until a moment, or with null show it again now',
    access: 'inbox.use',
    params: z.object({ key: Key }),
    body: FollowUpTask,
    answer: TaskRow,
    problems: {
      404: 'task_not_found',
      409: 'task_already_completed, task_canceled, task_in_transition',
      422: 'follow_up_not_to_come',
    },
    async handle({ person, params: { key }, body }) {
      const task = await loadOpenTask(services, person, key)
      await requireTask(services, person, 'task.follow_up', task)
      const followUpAt = body.at === null ? null : Date.parse(body.at)
      if (followUpAt !== null && followUpAt <= now()) throw notToCome(body.at, now())
      const command = { type: 'updateTask', key: task.key, changes: { followUpAt } } as const
      const done = await engine.execute(task.instance, command, { by: person.id })
      if (!done.ok) throw await taskRefusal(services, task.key, done.error)
      const changed = (await engine.store.get('tasks', task.key)) ?? task
      const [row] = await presentTasks(services, person, [changed])
      if (row === undefined) throw notFound('task', key)
      return row
    },
  })

  return [followUp]
}

const notToCome = (at: string | null, now: number): ApiProblem =>
  new ApiProblem(
    422,
    'follow_up_not_to_come',
    `A task is put off to a moment after ${time(now)}, not to ${at}. Send null to show it again now.`,
  )
