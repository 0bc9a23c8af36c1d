import type { JobDefinition } from '../graph/process-graph.ts'
import type { ElementInstance, ListenerEvent } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { Stuck } from './stuck.ts'
import { compute, computeText, lookupFrom } from './variables.ts'

/** Work for a handler or worker: the element rests until the job is completed. [JB1] */
export function offerJob(
  x: Execution,
  instance: ElementInstance,
  job: JobDefinition,
  listener?: ListenerEvent,
): 'rests' {
  const lookup = lookupFrom(x, instance)
  const jobType = computeText(x, 'a job type', job.type, lookup)
  const retries = Number(compute(x, job.retries, lookup))
  if (!Number.isSafeInteger(retries) || retries < 1)
    throw new Stuck('EXTRACT_VALUE_ERROR', `expected a number of retries from 1, got '${retries}'`)
  const { key } = instance
  const work = { jobType, retries, headers: job.headers, ...(listener && { listener }) }
  x.emit({ type: 'jobCreated', key, job: x.context.nextKey(), ...work })
  return 'rests'
}
