import { dropDrafts } from '../../db/records/draft/task-draft.ts'
import { changeIn } from '../../db/records/reading.ts'
import { noVariables } from '../../engine/json.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import { ok } from '../../engine/result.ts'
import type { CommandOptions, Executed, StartedInstance } from '../../engine/runtime/engine.ts'
import type { JsonValue } from '../../forms/index.ts'
import type { Identity } from '../auth/identity.ts'
import { ApiProblem } from '../http/api-problem.ts'
import { AnsweredMeanwhile, keepAnswer, keptAnswer, type Repeatable } from '../idempotency/kept-answer.ts'
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
  const kept = call && (await keptAnswer(services.engine.store, call, services.now()))
  if (kept) return JSON.parse(kept) as Completed // written by `after` below
  const task = await loadOpenTask(services, person, completion.key)
  await requireTask(services, person, 'task.complete', task)
  if (completion.rev !== undefined && completion.rev !== task.revision)
    throw new ApiProblem(
      409,
      'task_changed',
      'The task has changed since it was shown. Look at it again, then complete it.',
    )
  const submission = await readTask(services, person, task, completion)
  const command = {
    type: 'completeTask',
    key: task.key,
    variables: Object.assign(noVariables(), submission.variables),
    outcome: submission.outcome,
  } as const
  try {
    const options = await optionsFor(services, person, task, call)
    const done = await services.engine.execute(task.instance, command, options)
    if (!done.ok) throw await taskRefusal(services, task.key, done.error)
    return { instance: task.instance, completed: done.value.completed }
  } catch (error) {
    if (error instanceof AnsweredMeanwhile) return JSON.parse(error.body) as Completed // as above
    throw error
  }
}

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
  const current = visibleVariables(instance, task.key)
  const moment = { now: now(), zone: person.timeZone, current }
  const submission = readValues(form, element.properties, { values, outcome }, moment)
  await checkChosen(services, person, submission.chosen)
  return submission
}

async function optionsFor(
  { engine, now }: Services,
  person: Identity,
  task: Rows['tasks'],
  call: Repeatable | null,
): Promise<CommandOptions> {
  const answerKey = call === null ? 0 : await engine.store.reserveKeys(1)
  return {
    by: person.id,
    async before(tx) {
      const kept = call && (await keptAnswer(tx, call, now()))
      if (kept) throw new AnsweredMeanwhile(kept)
      return ok(noVariables())
    },
    async after(tx, done: Executed | StartedInstance) {
      if (tx.records !== null) await dropDrafts(changeIn(tx.records, { by: person.id, now: now() }), task.key)
      const answer: Completed = { instance: task.instance, completed: done.completed }
      if (call !== null) keepAnswer(tx, answerKey, call, JSON.stringify(answer), now())
    },
  }
}
