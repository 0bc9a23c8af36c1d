import type { Rows } from '../../../engine/ports/rows.ts'
import type { Engine } from '../../../engine/runtime/engine.ts'
import type { Command } from '../../../engine/state/command.ts'
import {
  completeJob,
  failJob,
  searchJobs,
  throwJobError,
  updateJob,
} from '../../contract/v2/job-operations.ts'
import { notFound } from '../../http/api-problem.ts'
import type { Route } from '../../http/route.ts'
import { definitionsOf } from '../definitions-of.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { done } from '../done.ts'
import { givenVariables } from '../given-variables.ts'
import { keyOf } from '../key.ts'
import { listenerResult } from '../listener-result.ts'
import { moveLease } from '../move-lease.ts'
import { presentJob } from '../present/job.ts'
import { searchJobRows } from '../search/search-jobs.ts'
import { serve } from '../serve.ts'

/** The command for a job that is there. */
type CommandFor = (job: { readonly key: number; readonly job: number }) => Command

export function jobRoutes({ engine, now }: V2Dependencies): Route[] {
  const execute = async (jobKey: string, by: string, commandFor: CommandFor) => {
    const { key: job, instance, elementInstance: key } = await jobOf(engine, jobKey)
    done(await engine.execute(instance, commandFor({ key, job }), { by }))
    return undefined
  }
  return [
    serve(searchJobs, 'job.work', async ({ body }) => {
      const { items, page } = await searchJobRows(engine.store, body, now())
      const definitionOf = await definitionsOf(engine, items)
      return { items: items.map((row) => presentJob(row, definitionOf(row).processId, now())), page }
    }),
    serve(completeJob, 'job.work', ({ params, body, person }) => {
      const result = listenerResult(body.result)
      const said = { variables: givenVariables(body.variables), ...(result && { result }) }
      return execute(params.jobKey, person.id, (job) => ({ type: 'completeJob', ...job, ...said }))
    }),
    serve(failJob, 'job.work', ({ params, body, person }) => {
      const { retries, retryBackOff: backOff, errorMessage: message } = body
      const failure = { retries, backOff, message, variables: givenVariables(body.variables) }
      return execute(params.jobKey, person.id, (job) => ({ type: 'failJob', ...job, ...failure }))
    }),
    serve(throwJobError, 'job.work', ({ params, body, person }) => {
      const { errorCode: code, errorMessage } = body
      const error = { code, message: errorMessage ?? '', variables: givenVariables(body.variables) }
      return execute(params.jobKey, person.id, (job) => ({ type: 'throwJobError', ...job, ...error }))
    }),
    serve(updateJob, 'job.work', async ({ params, body, person }) => {
      const { retries, timeout } = body.changeset
      const { key, instance } = await jobOf(engine, params.jobKey)
      if (timeout != null) await moveLease(engine.store, { key, instance }, now() + timeout)
      if (retries != null)
        await execute(params.jobKey, person.id, (job) => ({ type: 'updateJobRetries', ...job, retries }))
      return undefined
    }),
  ]
}

async function jobOf(engine: Engine, key: string): Promise<Rows['jobs']> {
  const row = await engine.store.get('jobs', keyOf(key))
  if (row === undefined) throw notFound('job', key)
  return row
}
