import { completeTasks } from './complete-tasks.ts'
import type { Deed, Driving } from './deeds.ts'
import { letTimePass } from './let-time-pass.ts'
import { publishAwaited, publishGiven } from './publish-awaited.ts'
import { resolveIncidents } from './resolve-incidents.ts'
import { workJobs } from './work-jobs.ts'

/** More turns than any diagram needs: a way that goes round for ever shows as an instance that waits. */
const MAX_TURNS = 60

/** Does the first thing that can be done, again and again, until nothing can be done in the whole company. */
export async function drive(driving: Driving): Promise<void> {
  const people = [completeTasks, resolveIncidents, publishAwaited]
  const rest = driving.way.timeFirst ? [letTimePass, ...people] : [...people, letTimePass]
  const deeds = [workJobs, publishGiven, ...rest]
  for (let turn = 0; turn < MAX_TURNS; turn++) if (!(await doOne(driving, deeds))) return
}

async function doOne(driving: Driving, deeds: readonly Deed[]): Promise<boolean> {
  for (const deed of deeds) if (await deed(driving)) return true
  return false
}
