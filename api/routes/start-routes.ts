import { z } from 'zod'
import { noVariables, type Variables } from '../../engine/json.ts'
import { initialValues } from '../../forms/index.ts'
import type { Identity } from '../auth/identity.ts'
import { ProcessStarted, StartForm, StartProcess } from '../contract/index.ts'
import { ApiProblem, notFound } from '../http/api-problem.ts'
import { refusalProblem } from '../http/refusal-problem.ts'
import { type Route, route } from '../http/route.ts'
import { requireMay } from '../policies/require.ts'
import { hasPlainStart, startersOf } from '../presenters/process-rows.ts'
import { keyText } from '../presenters/shapes.ts'
import type { Services } from '../services.ts'
import { checkChosen } from '../task-form/check-chosen.ts'
import { outcomesOf, readTaskForm } from '../task-form/read-form.ts'
import { readValues } from '../task-form/read-values.ts'

const params = z.object({ processId: z.string().max(200) })

/** Starting a process by its start form. */
export function startRoutes(services: Services): Route[] {
  const { engine, now } = services

  /** The latest version, if this person may start it. */
  async function load(person: Identity, processId: string) {
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
    return { definition, form, properties: graph.elements[process.noneStart]?.properties ?? {} }
  }

  const form = route({
    method: 'get',
    path: '/api/processes/{processId}/start-form',
    tag: 'Processes',
    summary: 'The form that starts a process',
    access: 'process.start',
    params,
    answer: StartForm,
    problems: { 404: 'process_not_found', 409: 'no_none_start_event' },
    async handle({ person, params: { processId } }) {
      const start = await load(person, processId)
      return {
        form: start.form?.schema ?? null,
        outcomes: outcomesOf(start.form, start.properties),
        initial: start.form === null ? {} : initialValues(start.form.form, {}, person.timeZone),
      }
    },
  })

  const start = route({
    method: 'post',
    path: '/api/processes/{processId}/start',
    tag: 'Processes',
    summary: 'Start the latest version of a process',
    access: 'process.start',
    params,
    body: StartProcess,
    status: 201,
    answer: ProcessStarted,
    problems: { 404: 'process_not_found', 409: 'no_none_start_event', 422: 'handler_rejected' },
    async handle({ person, params: { processId }, body }) {
      const { definition, form: startForm, properties } = await load(person, processId)
      const moment = { now: now(), zone: person.timeZone, current: {} }
      const submission = readValues(startForm, properties, body, moment)
      await checkChosen(services, person, submission.chosen)
      const outcome = submission.outcome === null ? {} : { outcome: submission.outcome }
      const variables: Variables = Object.assign(noVariables(), submission.variables, outcome)
      const started = await engine.create({ process: { key: definition.key }, variables }, { by: person.id })
      if (!started.ok) throw refusalProblem(started.error)
      return { instanceKey: keyText(started.value.key), completed: started.value.completed }
    },
  })

  return [form, start]
}
