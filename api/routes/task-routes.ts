import { z } from 'zod'
import { changeRecords } from '../../db/records/change-records.ts'
import { dropDraft, keepDraft } from '../../db/records/draft/task-draft.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import { ok } from '../../engine/result.ts'
import type { Identity } from '../auth/identity.ts'
import { CompleteTask, DraftSaved, Key, SaveDraft, TaskCompleted, TaskDetail } from '../contract/index.ts'
import { type Route, route } from '../http/route.ts'
import { repeatable } from '../idempotency/kept-answer.ts'
import { nextTask } from '../inbox/next-task.ts'
import { keyText, time } from '../presenters/shapes.ts'
import { presentTask } from '../presenters/task-detail.ts'
import { presentTasks } from '../presenters/task-rows.ts'
import type { Services } from '../services.ts'
import { completeTask } from '../tasks/complete-task.ts'
import { loadOpenTask, loadTask } from '../tasks/load-task.ts'

const params = z.object({ key: Key })

/** One task: what it shows, its draft, its completion. */
export function taskRoutes(services: Services): Route[] {
  const { engine, database, now } = services

  const present = async (person: Identity, task: Rows['tasks'] | undefined) =>
    task === undefined ? null : ((await presentTasks(services, person, [task]))[0] ?? null)

  const detail = route({
    method: 'get',
    path: '/api/tasks/{key}',
    tag: 'Tasks',
    summary: 'A task with its form, record, draft and what I may do with it',
    access: 'inbox.use',
    params,
    answer: TaskDetail,
    problems: { 404: 'task_not_found' },
    handle: async ({ person, params: { key } }) =>
      presentTask(services, person, await loadTask(services, person, key)),
  })

  const complete = route({
    method: 'post',
    path: '/api/tasks/{key}/complete',
    tag: 'Tasks',
    summary: 'Complete a task with the values of its form and an outcome',
    access: 'inbox.use',
    params,
    body: CompleteTask,
    idempotent: true,
    answer: TaskCompleted,
    problems: {
      404: 'task_not_found',
      409: 'task_already_completed, task_already_assigned, task_canceled, task_changed',
      422: 'handler_rejected, idempotency_key_reused',
    },
    async handle({ person, params: { key }, body, request }) {
      const completion = { key, outcome: body.outcome, values: body.values, rev: body.rev }
      const done = await completeTask(services, person, completion, repeatable(request, person.id))
      const next = await present(person, await nextTask(engine.store, person, now()))
      return { instanceKey: keyText(done.instance), completed: done.completed, next }
    },
  })

  const saveDraft = route({
    method: 'put',
    path: '/api/tasks/{key}/draft',
    tag: 'Tasks',
    summary: 'Keep what I have typed so far',
    access: 'inbox.use',
    params,
    body: SaveDraft,
    answer: DraftSaved,
    problems: { 404: 'task_not_found', 409: 'task_already_completed, task_canceled' },
    async handle({ person, params: { key }, body }) {
      const task = await loadOpenTask(services, person, key)
      const at = now()
      await changeRecords(database, { by: person.id, now: at }, async (change) => {
        await keepDraft(change, { userId: person.id, taskKey: task.key }, JSON.stringify(body.values))
        return ok(null)
      })
      return { savedAt: time(at) }
    },
  })

  const forgetDraft = route({
    method: 'delete',
    path: '/api/tasks/{key}/draft',
    tag: 'Tasks',
    summary: 'Throw my draft away',
    access: 'inbox.use',
    params,
    problems: { 404: 'task_not_found' },
    async handle({ person, params: { key } }) {
      const task = await loadTask(services, person, key)
      await changeRecords(database, { by: person.id, now: now() }, async (change) => {
        await dropDraft(change, { userId: person.id, taskKey: task.key })
        return ok(null)
      })
      return undefined
    },
  })

  return [detail, complete, saveDraft, forgetDraft]
}
