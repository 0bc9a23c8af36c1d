import { dropDrafts, hasDrafts } from '../../db/records/draft/task-draft.ts'
import { changeIn } from '../../db/records/reading.ts'
import { noVariables } from '../../engine/json.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { CommandOptions } from '../../engine/runtime/engine.ts'
import type { JsonValue } from '../../forms/index.ts'
import type { Identity } from '../auth/identity.ts'
import { ApiProblem } from '../http/api-problem.ts'
import { answerOnce, type OnceHooks } from '../idempotency/answer-once.ts'
import type { Repeatable } from '../idempotency/kept-answer.ts'
import { elementById } from '../presenters/definition-texts.ts'
import { visibleVariables } from '../presenters/instance-state.ts'
import type { Services } from '../services.ts'
import { checkChosen } from '../task-form/check-chosen.ts'
import { readTaskForm } from '../task-form/read-form.ts'
import { readValues } from '../task-form/read-values.ts'
import { loadOpenTask, taskRefusal } from './load-task.ts'
import { requireTask } from './task-rights.ts'

export interface Completion {
  readonly key: string
  readonly outcome: string | null
  readonly values: Record<string, JsonValue>
  readonly rev: number | undefined
  /** What listeners of the task are told of the call. */
  readonly action?: string | null | undefined
}

/** What a completion leads to; kept as the answer of a repeatable call. */
export interface Completed {
  readonly instance: number
  readonly completed: boolean
}

/** Completes a task by its form: checks it, then one command in one transaction, with the draft gone and the answer kept. */
export async function completeTask(
  services: Services,
  person: Identity,
  completion: Completion,
  call: Repeatable | null,
): Promise<Completed> {
  return answerOnce<Completed>(services, call, async (hooks) => {
    const task = await loadOpenTask(services, person, completion.key)
    await requireTask(services, person, 'task.complete', task)
    if (completion.rev !== undefined && completion.rev !== task.revision) throw changed
    const submission = await readTask(services, person, task, completion)
    const command = {
      type: 'completeTask',
      key: task.key,
      variables: Object.assign(noVariables(), submission.variables),
      outcome: submission.outcome,
      ...(completion.action && { action: completion.action }),
    } as const
    const dropsDraft = (await hasDrafts(services.database, task.key)) && !(await mayBeDenied(services, task))
    const options = optionsFor(services, person, { task, dropsDraft }, hooks)
    const done = await services.engine.execute(task.instance, command, options)
    if (!done.ok) throw await taskRefusal(services, task.key, done.error)
    return { instance: task.instance, completed: done.value.completed }
  })
}

const changed = new ApiProblem(
  409,
  'task_changed',
  'The task has changed since it was shown. Look at it again, then complete it.',
)

async function readTask(
  services: Services,
  person: Identity,
  task: Rows['tasks'],
  { values, outcome }: Completion,
) {
  const { engine, now } = services
  const instance = await engine.store.get('instances', task.instance)
  const definition = await engine.definitions.row(task.definition)
  const element = elementById(await engine.definitions.graph(task.definition), task.elementId)
  if (instance === undefined || definition === undefined || element?.type !== 'userTask')
    throw new Error(`task ${task.key} has lost its instance, definition or element`)
  const form = await readTaskForm(engine, element.userTask.form, definition.deployment)
  const current = await visibleVariables(engine, instance, task.key)
  const moment = { now: now(), zone: person.timeZone, current }
  const submission = readValues(form, element.properties, { values, outcome }, moment)
  await checkChosen(services, person, submission.chosen)
  return submission
}

/** Its completion waits for listeners, which may deny it: then what was typed is still wanted. [UT10] */
export async function mayBeDenied(
  { engine }: Pick<Services, 'engine'>,
  task: Rows['tasks'],
): Promise<boolean> {
  const element = elementById(await engine.definitions.graph(task.definition), task.elementId)
  return (
    element?.type === 'userTask' && element.userTask.listeners.some(({ event }) => event === 'completing')
  )
}

/** The draft is gone and the answer kept with the completion, or nothing of it happens. */
const optionsFor = (
  { now }: Services,
  person: Identity,
  { task, dropsDraft }: { readonly task: Rows['tasks']; readonly dropsDraft: boolean },
  hooks: OnceHooks<Completed>,
): CommandOptions => ({
  by: person.id,
  before: hooks.before,
  async after(tx, { completed }) {
    if (dropsDraft)
      await tx.withRecords((records) =>
        dropDrafts(changeIn(records, { by: person.id, now: now() }), task.key),
      )
    hooks.keep(tx, { instance: task.instance, completed })
  },
})
