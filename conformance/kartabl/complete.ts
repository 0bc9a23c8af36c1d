import type { JsonValue } from '../../engine/json.ts'
import type { Command } from '../../engine/state/command.ts'
import { visibleIn } from '../../engine/state/visible.ts'
import type { ActionOf } from '../pack/pack.ts'
import type { StepFailure, Variables } from '../running/contender.ts'
import { give, inexpressible, own, rejected } from './give.ts'
import { type LoadedInstance, loadInstances, type Spot, spotsIn } from './instances.ts'
import { isWaiting } from './is-waiting.ts'
import type { RunningEngine } from './running-engine.ts'
import { settle } from './settle.ts'

/** One instance after the other, looked up anew each time: completing one may begin the next. */
export async function complete(
  running: RunningEngine,
  { task, variables, count = 1, nth = 0, loopIndex }: ActionOf<'complete'>,
): Promise<StepFailure | null> {
  for (let done = 0; done < count; done++) {
    const spots = await waitingAt(running, task, loopIndex)
    const spot = spots[nth]
    if (!spot) return missing(task, spots.length)
    const failure = await completeSpot(running, spot, variables)
    if (failure) return failure
  }
  return null
}

export async function completeAny(
  running: RunningEngine,
  { tasks }: ActionOf<'completeAny'>,
): Promise<StepFailure | null> {
  const left = new Map(Object.entries(tasks).filter(([, count]) => count > 0))
  while (left.size > 0) {
    const spots = await Promise.all([...left.keys()].map((task) => waitingAt(running, task)))
    const spot = spots.flat()[0]
    if (!spot) return missing([...left.keys()].join(' or '), 0)
    const failure = await completeSpot(running, spot, {})
    if (failure) return failure
    const count = left.get(spot.element.id)! - 1
    if (count === 0) left.delete(spot.element.id)
    else left.set(spot.element.id, count)
  }
  return null
}

/** Each that waits now; what their completion begins is left. */
export async function completeEach(
  running: RunningEngine,
  { task, set = {} }: ActionOf<'completeEach'>,
): Promise<StepFailure | null> {
  for (const spot of await waitingAt(running, task)) {
    const failure = await completeSpot(running, spot, copied(set, spot))
    if (failure) return failure
  }
  return null
}

/** The name of a variable that is visible there stands for its value. */
function copied(set: Variables, { instance, at }: Spot): Variables {
  const visible = visibleIn(instance.state, at)
  const meant = (value: JsonValue) =>
    typeof value === 'string' && value in visible ? visible[value]! : value
  return Object.fromEntries(Object.entries(set).map(([name, value]) => [name, meant(value)]))
}

export async function throwError(
  running: RunningEngine,
  { task, code, loopIndex }: ActionOf<'throwError'>,
): Promise<StepFailure | null> {
  const [spot] = await waitingAt(running, task, loopIndex)
  if (!spot) return missing(task, 0)
  const { at, instance } = spot
  if (!at.job) return inexpressible('only a job can end with a BPMN error')
  const thrown = {
    type: 'throwJobError',
    key: at.key,
    job: at.job.key,
    code,
    message: '',
    variables: own(),
  } as const
  return give(running, instance.row.key, thrown)
}

async function waitingAt(running: RunningEngine, task: string, loopIndex?: number): Promise<Spot[]> {
  const instances = await loadInstances(running.engine)
  return spotsIn(instances)
    .filter((spot) => spot.element.id === task && isWaiting(spot, running))
    .filter((spot) => loopIndex === undefined || loopIndexOf(spot, instances) === loopIndex)
}

/** Of the nearest multi-instance around it, the calling processes' included, counted from 0. */
function loopIndexOf({ instance, at }: Spot, instances: readonly LoadedInstance[]): number {
  const { state, row } = instance
  for (let one = state.elements.get(at.key); one; one = state.elements.get(one.scope))
    if (one.loopCounter > 0) return one.loopCounter - 1
  const caller = instances.find((other) => other.row.key === row.parent)
  const call = caller?.state.elements.get(row.parentElement)
  return caller && call
    ? loopIndexOf({ instance: caller, at: call, element: caller.graph.elements[call.element]! }, instances)
    : 0
}

async function completeSpot(
  running: RunningEngine,
  { instance, at }: Spot,
  variables: Variables | undefined,
): Promise<StepFailure | null> {
  const command = completion({ at }, own(variables))
  if (!command)
    return rejected({ code: 'not_waiting', message: `element instance ${at.key} waits for nothing` })
  const failure = await give(running, instance.row.key, command)
  await settle(running)
  return failure
}

function completion({ at }: Pick<Spot, 'at'>, variables: ReturnType<typeof own>): Command | null {
  const { key, job, task, waits, element } = at
  if (task) return { type: 'completeTask', key, variables, outcome: null }
  if (job) return { type: 'completeJob', key, job: job.key, variables }
  const wait = waits.find((one) => one.kind === 'message' && one.element === element)
  return wait ? { type: 'correlateMessage', key, subscription: wait.key, message: 0, variables } : null
}

const missing = (task: string, waiting: number): StepFailure => ({
  kind: 'rejected',
  message: `expected ${task} to wait, but ${waiting === 0 ? 'it does not' : `only ${waiting} of it do`}`,
})
