import type { Key } from '../key.ts'
import type { JobRow } from '../ports/rows.ts'
import type { EngineStore, StoreTransaction } from '../ports/store.ts'
import { loadState } from '../state/codec.ts'
import { visibleIn } from '../state/visible.ts'
import type { DefinitionCache } from './definition-cache.ts'
import type { ActivatedJob, JobRequest } from './engine.ts'

/** Leases open jobs of a type, the longest available first: nobody else gets them before the lease ends. [JB4] */
export async function activateJobs(
  store: EngineStore,
  definitions: DefinitionCache,
  request: JobRequest,
  now: number,
): Promise<ActivatedJob[]> {
  const mayHave = await store.count('jobs', openJobs(request.type, now))
  if (mayHave === 0) return []
  const deadline = now + request.timeout
  const leased = await store.transact([], (tx) => lease(tx, request, now, deadline))
  const jobs: ActivatedJob[] = []
  for (const row of leased) {
    const variables = await variablesOf(store, row)
    const definition = await definitions.row(row.definition)
    if (variables && definition) jobs.push({ row, definition, deadline, variables })
  }
  return jobs
}

async function lease(
  tx: StoreTransaction,
  { type, maxJobs, worker }: JobRequest,
  now: number,
  deadline: number,
): Promise<JobRow[]> {
  const open = await tx.find('jobs', {
    where: openJobs(type, now),
    orderBy: [{ column: 'availableAt' }],
    limit: maxJobs,
    lock: true,
  })
  return open.map((job) => {
    const leased = { availableAt: deadline, lease: job.lease + 1, worker }
    tx.update('jobs', job.key, leased)
    return { ...job, ...leased }
  })
}

/** When the next job of one of these types may be leased: epoch milliseconds, Infinity for never. */
export async function nextJobAt(store: EngineStore, types: readonly string[]): Promise<number> {
  if (types.length === 0) return Number.POSITIVE_INFINITY
  const [next] = await store.find('jobs', {
    where: [
      { column: 'type', is: 'in', value: types },
      { column: 'state', is: '=', value: 'open' },
    ],
    orderBy: [{ column: 'availableAt' }],
    limit: 1,
  })
  return next?.availableAt ?? Number.POSITIVE_INFINITY
}

const openJobs = (type: string, now: number) =>
  [
    { column: 'type', is: '=', value: type },
    { column: 'state', is: '=', value: 'open' },
    { column: 'availableAt', is: '<=', value: now },
  ] as const

async function variablesOf(store: EngineStore, job: { readonly instance: Key; readonly elementInstance: Key }) {
  const row = await store.get('instances', job.instance)
  const state = row?.status === 'active' ? loadState(row) : undefined
  const element = state?.elements.get(job.elementInstance)
  return state && element && visibleIn(state, element)
}
