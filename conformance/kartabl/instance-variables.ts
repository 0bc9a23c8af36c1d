import type { JsonValue } from '../../engine/json.ts'
import type { ActionOf } from '../pack/pack.ts'
import { DECISIONS } from '../preparing/decide-flows.ts'
import type { StepFailure } from '../running/contender.ts'
import { give, own } from './give.ts'
import { loadInstances } from './instances.ts'
import type { RunningEngine } from './running-engine.ts'

/** On the instance that was started last and runs. */
export async function setVariables(
  running: RunningEngine,
  { variables }: ActionOf<'setVariables'>,
): Promise<StepFailure | null> {
  const roots = await activeRoots(running)
  const key = [...running.started].reverse().find((one) => roots.includes(one)) ?? roots.at(-1)
  if (key === undefined) return { kind: 'rejected', message: 'no instance runs whose variables could be set' }
  return setAt(running, key, variables)
}

/** From now on: in what runs and in what is started later. */
export async function decide(
  running: RunningEngine,
  { gateway, flows }: ActionOf<'decide'>,
): Promise<StepFailure | null> {
  running.decisions.set(gateway, flows)
  return setEverywhere(running, { [DECISIONS]: decidedFlows(running) })
}

export const decidedFlows = ({ decisions }: RunningEngine): string[] => [...decisions.values()].flat()

/** On every instance that runs and was not called by another. */
export async function setEverywhere(
  running: RunningEngine,
  variables: Readonly<Record<string, JsonValue>>,
): Promise<StepFailure | null> {
  for (const key of await activeRoots(running)) {
    const failure = await setAt(running, key, variables)
    if (failure) return failure
  }
  return null
}

const setAt = (
  running: RunningEngine,
  key: number,
  variables: Readonly<Record<string, JsonValue>>,
): Promise<StepFailure | null> =>
  give(running, key, { type: 'setVariables', key, variables: own(variables), local: true })

async function activeRoots({ engine }: RunningEngine): Promise<number[]> {
  const instances = await loadInstances(engine)
  return instances.filter(({ row }) => row.status === 'active' && row.parent === 0).map(({ row }) => row.key)
}
