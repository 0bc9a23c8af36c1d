import type { JsonValue } from '../../engine/json.ts'
import type { JobRow } from '../../engine/ports/rows.ts'
import { loadState } from '../../engine/state/codec.ts'
import type { ElementInstance, InstanceState } from '../../engine/state/instance-state.ts'
import { visibleIn } from '../../engine/state/visible.ts'
import type { Stub } from '../pack/pack.ts'
import { betsyWork } from './betsy-work.ts'
import { give, own } from './give.ts'
import { runScript } from './run-script.ts'
import type { RunningEngine } from './running-engine.ts'

/** Does what the case says of the job's element. What is refused was taken back meanwhile, which the next look shows. */
export async function workJob(running: RunningEngine, job: JobRow): Promise<void> {
  const state = loadState((await running.engine.store.get('instances', job.instance))!)
  const at = state.elements.get(job.elementInstance)!
  const behavior = running.casework.behaviorAt(job.elementId)
  switch (behavior.kind) {
    case 'script':
      return complete(running, job, runScript(behavior.js, scriptVariables(state, at)))
    case 'betsy':
      return betsyWork(behavior.words, visibleIn(state, at), running, job)
    case 'stub':
      return stubWork(stubNow(behavior.stub, running.invocations.next(job.elementId)), running, job, at)
    default:
      return complete(running, job, {})
  }
}

/** Scripts of other engines count the instances of a multi-instance activity from 0. */
function scriptVariables(state: InstanceState, at: ElementInstance) {
  const variables = { ...visibleIn(state, at) }
  return at.loopCounter > 0 ? { ...variables, loopCounter: at.loopCounter - 1 } : variables
}

async function complete(
  running: RunningEngine,
  { instance, elementInstance: key, key: job }: JobRow,
  variables: Readonly<Record<string, JsonValue>>,
): Promise<void> {
  await give(running, instance, { type: 'completeJob', key, job, variables: own(variables) })
}

/** A list says what happens each time: another stub, or other variables for the same one. The last one stays. */
function stubNow(stub: Stub, invocation: number): Stub {
  const list = [stub.list, stub.perInvocation].find(Array.isArray)
  if (!list || list.length === 0) return stub
  const entry: Stub = list[Math.min(invocation, list.length - 1)]
  return 'do' in entry ? entry : { ...stub, set: entry as Stub['set'] }
}

async function stubWork(stub: Stub, running: RunningEngine, job: JobRow, at: ElementInstance): Promise<void> {
  const { instance, elementInstance: key, key: jobKey } = job
  const variables = own(stub.set as Record<string, JsonValue> | undefined)
  if (stub.do === 'bpmnError') {
    const code = stub.code ?? ''
    await give(running, instance, { type: 'throwJobError', key, job: jobKey, code, message: '', variables })
    return
  }
  if (stub.do !== 'setLocal') return complete(running, job, variables)
  // Where the other engine's delegate runs: in the scope around the task.
  await give(running, instance, { type: 'setVariables', key: at.scope, variables, local: true })
  return complete(running, job, {})
}
