import { z } from 'zod'
import { initialValues } from '../../forms/index.ts'
import { ProcessStarted, StartForm, StartProcess } from '../contract/index.ts'
import { type Route, route } from '../http/route.ts'
import { repeatable } from '../idempotency/kept-answer.ts'
import { keyText } from '../presenters/shapes.ts'
import type { Services } from '../services.ts'
import { outcomesOf } from '../task-form/read-form.ts'
import { startOnce } from '../task-form/start-once.ts'
import { loadStart } from '../task-form/start-process.ts'

const params = z.object({ processId: z.string().max(200) })

/** Starting a process by its start form. */
export function startRoutes(services: Services): Route[] {
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
      const start = await loadStart(services, person, processId)
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
    idempotent: true,
    status: 201,
    answer: ProcessStarted,
    problems: {
      404: 'process_not_found',
      409: 'no_none_start_event',
      422: 'handler_rejected, idempotency_key_reused',
    },
    async handle({ person, params: { processId }, body, request }) {
      const started = await startOnce(services, person, processId, body, repeatable(request, person.id))
      return { instanceKey: keyText(started.instance), completed: started.completed }
    },
  })

  return [form, start]
}
