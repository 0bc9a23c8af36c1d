import type { Rows } from '../../engine/ports/rows.ts'
import type { EngineStore } from '../../engine/ports/store.ts'
import { ApiProblem, notFound } from '../http/api-problem.ts'

/**
 * Lets the lease of a job end at another time (epoch milliseconds). The instance is locked meanwhile, so the job
 * cannot be completed at once. 409 `job_not_leased` when no worker has it.
 */
export const moveLease = (
  store: EngineStore,
  { key, instance }: Pick<Rows['jobs'], 'key' | 'instance'>,
  until: number,
): Promise<void> =>
  store.transact([instance], async (tx) => {
    await tx.instance(instance)
    const row = await tx.get('jobs', key)
    if (row === undefined) throw notFound('job', String(key))
    if (row.state !== 'open' || row.worker === '') throw notLeased(key)
    tx.update('jobs', key, { availableAt: until })
  })

const notLeased = (key: number) =>
  new ApiProblem(
    409,
    'job_not_leased',
    `Job ${key} has no lease that could be moved: no worker has it now. Activate it first.`,
  )
