import type { CamundaClient } from '@camunda8/orchestration-cluster-api'
import { AT_ONCE } from '../testing/deploy-diagrams.ts'
import type { Deed, Driving } from './deeds.ts'
import type { WorkerAnswer } from './way.ts'

type LeasedJob = Awaited<ReturnType<CamundaClient['activateJobs']>>['jobs'][number]

/** Leases every job that may be leased now and gives the answer that is its turn. */
export const workJobs: Deed = async (driving) => {
  const { items } = await driving.designer.searchJobs({}, AT_ONCE)
  const types = new Set(items.filter(({ retries }) => retries > 0).map(({ type }) => type))
  let worked = 0
  for (const type of types) {
    const asked = { type, worker: 'driver', timeout: 60_000, maxJobsToActivate: 50, requestTimeout: -1 }
    const { jobs } = await driving.designer.activateJobs(asked)
    for (const job of jobs) await answer(driving, job)
    worked += jobs.length
  }
  return worked > 0
}

/** How often a type was answered in this run is how many deeds name it. */
function turnOf({ way, deeds }: Driving, type: string): WorkerAnswer {
  const before = deeds.filter((deed) => deed.startsWith(`${type}: `)).length
  return way.workers?.[type]?.[before] ?? { do: 'complete' }
}

async function answer(driving: Driving, job: LeasedJob): Promise<void> {
  const turn = turnOf(driving, job.type)
  if (turn.do === 'complete') await job.complete(turn.variables ?? {})
  else if (turn.do === 'throwError')
    await job.error({ errorCode: turn.errorCode, errorMessage: 'as drawn', variables: turn.variables ?? {} })
  else await job.fail({ errorMessage: 'as asked', retries: turn.retries, retryBackOff: turn.backOff })
  driving.deeds.push(`${job.type}: ${wordOf(turn)}`)
}

const wordOf = (turn: WorkerAnswer): string =>
  turn.do === 'complete' ? 'completed' : turn.do === 'throwError' ? `threw ${turn.errorCode}` : 'failed'
