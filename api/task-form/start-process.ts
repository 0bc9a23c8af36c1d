import { noVariables, type Variables } from '../../engine/json.ts'
import type { CommandOptions, StartedInstance } from '../../engine/runtime/engine.ts'
import type { Identity } from '../auth/identity.ts'
import { ApiProblem, notFound } from '../http/api-problem.ts'
import { refusalProblem } from '../http/refusal-problem.ts'
import { requireMay } from '../policies/require.ts'
import { hasPlainStart, startersOf } from '../presenters/process-rows.ts'
import type { Services } from '../services.ts'
import { checkChosen } from './check-chosen.ts'
import { readTaskForm, type TaskForm } from './read-form.ts'
import { readValues, type Submitted } from './read-values.ts'

export interface ProcessStart {
  readonly definition: number
  readonly form: TaskForm | null
  /** Of the start event. */
  readonly properties: Readonly<Record<string, string>>
}

/** How the latest version of a process begins; 404, 403 or 409 `no_none_start_event` when this person can't begin it. */
export async function loadStart(
  { engine }: Services,
  person: Identity,
  processId: string,
): Promise<ProcessStart> {
  const definition = await engine.definitions.byId(processId)
  if (definition === undefined) throw notFound('process', processId)
  const graph = await engine.definitions.graph(definition.key)
  requireMay(person, 'process.start_this', { starters: startersOf(graph) })
  const [process] = graph.elements
  if (!hasPlainStart(graph) || process?.type !== 'process')
    throw new ApiProblem(
      409,
      'no_none_start_event',
      'This process starts by a message or a timer, not by a person.',
    )
  const form = await readTaskForm(engine, graph.startForm, definition.deployment)
  return { definition: definition.key, form, properties: graph.elements[process.noneStart]?.properties ?? {} }
}

type Hooks = Pick<CommandOptions, 'before' | 'after'>

/** Starts the latest version with what was filled into its start form. `hooks` run in the same transaction. */
export async function startProcess(
  services: Services,
  person: Identity,
  processId: string,
  submitted: Submitted,
  hooks: Hooks = {},
): Promise<StartedInstance> {
  const { definition, form, properties } = await loadStart(services, person, processId)
  const moment = { now: services.now(), zone: person.timeZone, current: {} }
  const submission = readValues(form, properties, submitted, moment)
  await checkChosen(services, person, submission.chosen)
  const outcome = submission.outcome === null ? {} : { outcome: submission.outcome }
  const variables: Variables = Object.assign(noVariables(), submission.variables, outcome)
  const start = { process: { key: definition }, variables }
  const started = await services.engine.create(start, { by: person.id, ...hooks })
  if (!started.ok) throw refusalProblem(started.error)
  return started.value
}
