import { JOB_TYPE } from '../preparing/extension.ts'
import { leftAlone } from '../working/left-alone.ts'
import type { RunningEngine } from './running-engine.ts'
import { workJob } from './work-job.ts'

/** More work than this comes from a loop without an end. */
const MOST_JOBS = 20_000

/** Works the jobs that are not waited for, oldest first, until none is left. The clock stands. */
export async function settle(running: RunningEngine): Promise<void> {
  for (let worked = 0; worked < MOST_JOBS; worked++) {
    const next = (await openJobs(running)).find(({ elementId, key }) => {
      return !leftAlone(elementId, running) && !(running.dueAt(key) > running.now)
    })
    if (!next) return
    await workJob(running, next)
  }
  throw new Error(`expected the work to end, but ${MOST_JOBS} jobs were done and there are more`)
}

const openJobs = ({ engine }: RunningEngine) =>
  engine.store.find('jobs', {
    where: [
      { column: 'type', is: '=', value: JOB_TYPE },
      { column: 'state', is: '=', value: 'open' },
    ],
    orderBy: [{ column: 'key' }],
  })
