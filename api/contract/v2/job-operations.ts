import { z } from 'zod'
import {
  ActivatedJob,
  ActivateJobs,
  CompleteJob,
  FailJob,
  JobAnswer,
  SearchJobs,
  ThrowJobError,
  UpdateJob,
} from './jobs.ts'
import { V2Key } from './key.ts'
import { operation } from './operation.ts'

const tag = 'Job'
const params = z.object({ jobKey: V2Key })
const path = '/jobs/{jobKey}'

export const activateJobs = operation({
  id: 'activateJobs',
  method: 'post',
  path: '/jobs/activation',
  tag,
  summary: 'Lease jobs of a type, waiting until there is one',
  body: ActivateJobs,
  answer: z.object({ jobs: z.array(ActivatedJob) }),
})

export const searchJobs = operation({
  id: 'searchJobs',
  method: 'post',
  path: '/jobs/search',
  tag,
  summary: 'Search jobs that are not done yet',
  body: SearchJobs,
  answer: JobAnswer,
})

export const completeJob = operation({
  id: 'completeJob',
  method: 'post',
  path: `${path}/completion`,
  tag,
  summary: 'Complete a job',
  params,
  body: CompleteJob,
  answer: null,
})

export const failJob = operation({
  id: 'failJob',
  method: 'post',
  path: `${path}/failure`,
  tag,
  summary: 'Fail a job: it is offered again while it has retries, then it is an incident',
  params,
  body: FailJob,
  answer: null,
})

export const throwJobError = operation({
  id: 'throwJobError',
  method: 'post',
  path: `${path}/error`,
  tag,
  summary: 'Throw a business error that the diagram catches',
  params,
  body: ThrowJobError,
  answer: null,
})

export const updateJob = operation({
  id: 'updateJob',
  method: 'patch',
  path,
  tag,
  summary: 'Change retries or lease of a job',
  params,
  body: UpdateJob,
  answer: null,
})
