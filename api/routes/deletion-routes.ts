import { z } from 'zod'
import { createBatch } from '../batches/create-batch.ts'
import { BegunBatch, DeleteInstances, Key } from '../contract/index.ts'
import { notFound } from '../http/api-problem.ts'
import { refusalProblem } from '../http/refusal-problem.ts'
import { type Route, route } from '../http/route.ts'
import { loadInstance } from '../instances/load-instance.ts'
import { keyNumber, keyText } from '../presenters/shapes.ts'
import type { Services } from '../services.ts'

/** Deleting what has ended, for good. */
export function deletionRoutes(services: Services): Route[] {
  const { engine, batches, now } = services

  const remove = route({
    method: 'delete',
    path: '/api/instances/{key}',
    tag: 'Instances',
    summary: 'Delete an ended instance with all that it called and its history',
    access: 'instance.delete',
    params: z.object({ key: Key }),
    problems: { 404: 'instance_not_found', 409: 'instance_still_active, instance_has_caller' },
    async handle({ person, params: { key } }) {
      const row = await loadInstance(services, person, keyNumber(key))
      if (row === undefined) throw notFound('instance', key)
      const done = await engine.deleteInstance(row.key, { by: person.id })
      if (!done.ok) throw refusalProblem(done.error)
      return undefined
    },
  })

  const removeMany = route({
    method: 'post',
    path: '/api/instances/deletion',
    tag: 'Instances',
    summary: 'Delete all ended instances that a filter finds; progress is that of the batch operation',
    access: 'instance.delete',
    body: DeleteInstances,
    answer: BegunBatch,
    problems: { 400: 'filter_empty, filter_not_supported' },
    async handle({ person, body }) {
      const plan = { kind: 'deleteHistory' } as const
      const { key } = await createBatch(engine, { filter: body.filter, plan, by: person.id, now: now() })
      batches.wake()
      return { batchOperationKey: keyText(key) }
    },
  })

  return [remove, removeMany]
}
