import type { ActivatedJob, Engine, JobRequest } from '../../../engine/runtime/engine.ts'
import { activateJobs } from '../../contract/v2/job-operations.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import type { Route } from '../../http/route.ts'
import { callerGone } from '../caller-gone.ts'
import { LONG_POLL, type V2Dependencies } from '../dependencies.ts'
import { presentActivatedJob } from '../present/job.ts'
import { serve } from '../serve.ts'

/** One answer holds at most this many, whatever was asked. */
const MAX_JOBS = 500
/** Longest wait that is granted, milliseconds. */
const MAX_WAIT = 5 * 60_000

export const activateJobsRoute = ({ engine }: V2Dependencies): Route =>
  serve(activateJobs, 'job.work', async ({ body, person, request, response }) => {
    if (body.tenantIds !== undefined && !body.tenantIds.includes(DEFAULT_TENANT)) return { jobs: [] }
    const { type, timeout } = body
    // A leased job always has a worker's name: without one it counts as free.
    const worker = body.worker === '' ? person.id : body.worker
    const asked = { type, worker, timeout, maxJobs: Math.min(body.maxJobsToActivate, MAX_JOBS) }
    const patience = patienceOf(body.requestTimeout)
    const jobs = await firstJobs(engine, asked, patience, callerGone({ request, response }))
    return { jobs: jobs.map((job) => presentActivatedJob(job, body.fetchVariable)) }
  })

/**
 * Leases and back-offs end, and other nodes commit, without a word to those who wait here: so they look again this
 * often, milliseconds.
 */
const LOOK_AGAIN = 1_000

/** 0: as the server likes; negative: not at all. */
const patienceOf = (requestTimeout: number): number =>
  requestTimeout === 0 ? LONG_POLL : Math.max(0, Math.min(requestTimeout, MAX_WAIT))

/** Jobs as soon as there are any; none when time is up or the caller has gone. */
async function firstJobs(
  engine: Engine,
  asked: JobRequest,
  patience: number,
  gone: AbortSignal,
): Promise<ActivatedJob[]> {
  const until = performance.now() + patience
  while (!gone.aborted) {
    const jobs = await engine.activateJobs(asked)
    const left = until - performance.now()
    if (jobs.length > 0 || left <= 0) return jobs
    await engine.waitForJobs(asked.type, Math.min(left, LOOK_AGAIN), gone)
  }
  return []
}
