import type { Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { InstanceRow, JobRow, TaskRow } from '../ports/rows.ts'
import type { Condition, EngineStore, StoreTransaction } from '../ports/store.ts'
import type { TaskTransition } from '../state/instance-state.ts'
import { visibleIn } from '../state/visible.ts'
import type { DefinitionCache } from './definition-cache.ts'
import type { ActivatedJob, JobRequest } from './engine.ts'
import { inspect } from './large/inspect.ts'
import type { Transactor } from './transactor.ts'

export interface LeaseRequest extends Omit<JobRequest, 'type'> {
  readonly types: readonly string[]
}

export interface JobSource {
  readonly store: EngineStore
  readonly definitions: DefinitionCache
  readonly transactor: Transactor
}

/** Looks again this often when other nodes were faster with all that was found. */
const LOOKS = 3

/** Leases open jobs, the longest available first: nobody else gets them before the lease ends. [JB4] */
export async function activateJobs(
  source: JobSource,
  request: LeaseRequest,
  now: number,
): Promise<ActivatedJob[]> {
  const deadline = now + request.timeout
  const leased = await leaseOpen(source.store, request, now, deadline)
  const [seenBy, tasks] = await Promise.all([
    loadSurroundings(source, leased),
    loadTasks(source.store, leased),
  ])
  const jobs: ActivatedJob[] = []
  for (const row of leased) {
    const seen = seenBy.get(row.key)
    const definition = await source.definitions.row(row.definition)
    if (!seen || !definition) continue
    const { variables, transition } = seen
    const task = tasks.get(row.elementInstance)
    jobs.push({
      row,
      definition,
      deadline,
      variables,
      ...(task && transition && { task: { row: task, transition } }),
    })
  }
  return jobs
}

async function leaseOpen(
  store: EngineStore,
  { types, maxJobs, worker }: LeaseRequest,
  now: number,
  deadline: number,
): Promise<JobRow[]> {
  const where = openJobs(types, now)
  for (let look = 1; look <= LOOKS; look++) {
    // Found without a lock and locked by key: a search that locks would lock all it has to sort.
    const found = await store.find('jobs', {
      where,
      orderBy: [{ column: 'availableAt' }],
      limit: maxJobs,
      columns: ['key'],
    })
    if (found.length === 0) return []
    const mine = [...where, { column: 'key', is: 'in', value: found.map(({ key }) => key) }] as const
    const leased = await store.transact([], (tx) => lease(tx, mine, deadline, worker))
    if (leased.length > 0) return leased
  }
  return []
}

async function lease(
  tx: StoreTransaction,
  where: readonly Condition<JobRow>[],
  deadline: number,
  worker: string,
): Promise<JobRow[]> {
  const open = await tx.find('jobs', { where, orderBy: [{ column: 'availableAt' }], lock: 'skip' })
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

const openJobs = (types: readonly string[], now: number) =>
  [
    { column: 'type', is: 'in', value: types },
    { column: 'state', is: '=', value: 'open' },
    { column: 'availableAt', is: '<=', value: now },
  ] as const

interface Surroundings {
  readonly variables: Variables
  /** Of a task listener's job: what it is asked about. */
  readonly transition: TaskTransition | null
}

/** What each of these jobs sees, by its key; nothing of one whose instance has ended meanwhile. */
async function loadSurroundings(
  { store, transactor }: JobSource,
  jobs: readonly JobRow[],
): Promise<Map<Key, Surroundings>> {
  const seen = new Map<Key, Surroundings>()
  const jobsOf = byInstance(jobs)
  if (jobs.length === 0) return seen
  const rows = await store.find('instances', {
    where: [
      { column: 'key', is: 'in', value: [...jobsOf.keys()] },
      { column: 'status', is: '=', value: 'active' },
    ],
  })
  const look = (row: InstanceRow) =>
    inspect(transactor, row, (state) => {
      for (const { key, elementInstance } of jobsOf.get(row.key)!) {
        const element = state.elements.get(elementInstance)
        if (!element) continue
        const transition = element.extra?.listening?.transition ?? null
        seen.set(key, { variables: visibleIn(state, element), transition })
      }
    })
  await Promise.all(rows.map(look))
  return seen
}

function byInstance(jobs: readonly JobRow[]): Map<Key, JobRow[]> {
  const grouped = new Map<Key, JobRow[]>()
  for (const job of jobs) {
    const those = grouped.get(job.instance)
    if (those) those.push(job)
    else grouped.set(job.instance, [job])
  }
  return grouped
}

/** The tasks that listeners are asked about, by their keys. */
async function loadTasks(store: EngineStore, jobs: readonly JobRow[]): Promise<Map<Key, TaskRow>> {
  const keys = jobs.filter(({ listener }) => listener !== '').map(({ elementInstance }) => elementInstance)
  if (keys.length === 0) return new Map()
  const rows = await store.find('tasks', { where: [{ column: 'key', is: 'in', value: keys }] })
  return new Map(rows.map((row) => [row.key, row]))
}
