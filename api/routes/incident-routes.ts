import { z } from 'zod'
import { Key, ResolveIncident } from '../contract/index.ts'
import { notFound } from '../http/api-problem.ts'
import { refusalProblem } from '../http/refusal-problem.ts'
import { type Route, route } from '../http/route.ts'
import { keyNumber } from '../presenters/shapes.ts'
import type { Services } from '../services.ts'

/** Tries of a job that are given when nobody says how many. */
const ONE_MORE = 1

/** What is stuck, and trying it again. */
export function incidentRoutes({ engine }: Services): Route[] {
  const resolve = route({
    method: 'post',
    path: '/api/incidents/{key}/resolve',
    tag: 'Instances',
    summary: 'Try again what is stuck; a failed job gets new tries first',
    access: 'incident.resolve',
    params: z.object({ key: Key }),
    body: ResolveIncident,
    problems: { 404: 'incident_not_found', 409: 'instance_not_active' },
    async handle({ person, params: { key }, body }) {
      const incident = await engine.store.get('incidents', keyNumber(key))
      if (incident === undefined || incident.state !== 'ACTIVE') throw notFound('incident', key)
      const { instance, elementInstance, job } = incident
      const options = { by: person.id }
      if (job !== 0) {
        const retries = body.retries ?? ONE_MORE
        const given = await engine.execute(
          instance,
          { type: 'updateJobRetries', key: elementInstance, job, retries },
          options,
        )
        if (!given.ok) throw refusalProblem(given.error)
      }
      const command = { type: 'resolveIncident', key: elementInstance, incident: incident.key } as const
      const done = await engine.execute(instance, command, options)
      if (!done.ok) throw refusalProblem(done.error)
      return undefined
    },
  })
  return [resolve]
}
