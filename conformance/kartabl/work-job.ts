import type { JobRow } from '../../engine/ports/rows.ts'
import { readState } from '../../engine/runtime/large/read-state.ts'
import { visibleIn } from '../../engine/state/visible.ts'
import { workOf } from '../working/work-of.ts'
import { give, own } from './give.ts'
import type { RunningEngine } from './running-engine.ts'

/** Does what the case says of the job's element. What is refused was taken back meanwhile, which the next look shows. */
export async function workJob(running: RunningEngine, job: JobRow): Promise<void> {
  const { instance, elementInstance: key, elementId, key: jobKey } = job
  const { store } = running.engine
  const state = await readState(store, (await store.get('instances', instance))!)
  const at = state.elements.get(key)!
  const { sets, local, error, logs, lasts } = workOf(running.casework.behaviorAt(elementId), {
    variables: visibleIn(state, at),
    loopIndex: at.loopCounter > 0 ? at.loopCounter - 1 : null,
    invocation: running.invocations.of(elementId),
  })
  if (lasts > 0 && !running.isDue(jobKey, lasts)) return
  running.invocations.count(elementId)
  running.trace.push(...logs)
  const variables = own(sets)
  if (error !== null)
    await give(running, instance, {
      type: 'throwJobError',
      key,
      job: jobKey,
      code: error,
      message: '',
      variables,
    })
  else if (!local) await give(running, instance, { type: 'completeJob', key, job: jobKey, variables })
  else {
    // Where the other engine's delegate runs: in the scope around the task.
    await give(running, instance, { type: 'setVariables', key: at.scope, variables, local: true })
    await give(running, instance, { type: 'completeJob', key, job: jobKey, variables: own() })
  }
}
