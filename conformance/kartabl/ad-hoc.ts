import type { ActionOf } from '../pack/pack.ts'
import type { StepFailure } from '../running/contender.ts'
import { give, own, rejected } from './give.ts'
import { loadInstances, type Spot, spotsIn } from './instances.ts'
import type { RunningEngine } from './running-engine.ts'

/** Starts an activity inside; `rejected`: the engine must refuse, and anything else is a failure. */
export async function activateAdHoc(
  running: RunningEngine,
  { adhoc, task, rejected: refused = false }: ActionOf<'adhocActivate'>,
): Promise<StepFailure | null> {
  const spot = await activeAt(running, adhoc)
  const element = spot?.instance.graph.indexOf.get(task)
  if (!spot || element === undefined) return refused ? null : notActive(adhoc)
  const { key } = spot.at
  const failure = await give(running, spot.instance.row.key, {
    type: 'activateAdHoc',
    key,
    elements: [element],
    variables: own(),
  })
  if (!refused) return failure
  return failure
    ? null
    : rejected({ code: 'not_refused', message: `${task} was started, which should have been refused` })
}

export async function completeAdHoc(
  running: RunningEngine,
  { adhoc }: ActionOf<'adhocComplete'>,
): Promise<StepFailure | null> {
  const spot = await activeAt(running, adhoc)
  if (!spot) return notActive(adhoc)
  return give(running, spot.instance.row.key, { type: 'completeAdHoc', key: spot.at.key })
}

const activeAt = async ({ engine }: RunningEngine, id: string): Promise<Spot | undefined> =>
  spotsIn(await loadInstances(engine)).find(({ element }) => element.id === id)

const notActive = (adhoc: string): StepFailure =>
  rejected({ code: 'not_active', message: `the ad-hoc sub-process ${adhoc} is not active` })
