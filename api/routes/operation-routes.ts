import { z } from 'zod'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Command } from '../../engine/state/command.ts'
import type { Identity } from '../auth/identity.ts'
import { InstanceRow, Key, RestartedInstance, RestartInstance } from '../contract/index.ts'
import { notFound } from '../http/api-problem.ts'
import { refusalProblem } from '../http/refusal-problem.ts'
import { type Route, route } from '../http/route.ts'
import { loadInstance } from '../instances/load-instance.ts'
import { restartInstance } from '../instances/restart-instance.ts'
import { presentInstances } from '../presenters/instance-rows.ts'
import { keyNumber, keyText } from '../presenters/shapes.ts'
import type { Services } from '../services.ts'

const params = z.object({ key: Key })
const tag = 'Instances'

/** Repairing what runs. Moving tokens and migrating are in the public contract: `/v2/process-instances/{key}/…`. */
export function operationRoutes(services: Services): Route[] {
  const { engine } = services

  async function load(person: Identity, key: string): Promise<Rows['instances']> {
    const row = await loadInstance(services, person, keyNumber(key))
    if (row === undefined) throw notFound('instance', key)
    return row
  }

  const commanding = (what: string, summary: string, command: Command, problems: string) =>
    route({
      method: 'post',
      path: `/api/instances/{key}/${what}`,
      tag,
      summary,
      access: 'instance.repair',
      params,
      answer: InstanceRow,
      problems: { 404: 'instance_not_found', 409: problems },
      async handle({ person, params: { key } }) {
        const { key: instance } = await load(person, key)
        const done = await engine.execute(instance, command, { by: person.id })
        if (!done.ok) throw refusalProblem(done.error)
        const [row] = await presentInstances(services, [await load(person, key)])
        if (row === undefined) throw notFound('instance', key)
        return row
      },
    })

  const suspend = commanding(
    'suspend',
    'Let nothing move in an instance and what it called',
    { type: 'suspendInstance' },
    'instance_not_active, instance_suspended, instance_has_caller',
  )
  const resume = commanding(
    'resume',
    'Let a suspended instance go on',
    { type: 'resumeInstance' },
    'instance_not_active, instance_not_suspended, instance_has_caller',
  )

  const restart = route({
    method: 'post',
    path: '/api/instances/{key}/restart',
    tag,
    summary: 'Begin a new instance like one that has ended',
    access: 'instance.repair',
    params,
    body: RestartInstance,
    status: 201,
    answer: RestartedInstance,
    problems: { 404: 'instance_not_found', 409: 'instance_still_active, no_none_start_event' },
    async handle({ person, params: { key }, body }) {
      const begun = await restartInstance(services, await load(person, key), body, person.id)
      if (!begun.ok) throw refusalProblem(begun.error)
      return { instanceKey: keyText(begun.value.key) }
    },
  })

  return [suspend, resume, restart]
}
