import type { Action, ActionOf } from '../pack/pack.ts'
import type { StepFailure } from '../running/contender.ts'
import { activateAdHoc, completeAdHoc } from './ad-hoc.ts'
import { advanceTime } from './advance-time.ts'
import { complete, completeAny, completeEach, throwError } from './complete.ts'
import { decide, setVariables } from './instance-variables.ts'
import { cancelInstances, start } from './lifecycle.ts'
import type { RunningEngine } from './running-engine.ts'
import { sendMessage, sendSignal } from './send.ts'
import { settle } from './settle.ts'
import { trigger } from './trigger.ts'

type Perform<Op extends Action['op']> = (
  running: RunningEngine,
  action: ActionOf<Op>,
) => Promise<StepFailure | null | undefined>

/** One way for each operation of the format; an operation without one does not compile. */
const ways: { readonly [Op in Action['op']]: Perform<Op> } = {
  start,
  deploy: async () => null,
  cancelInstance: cancelInstances,
  complete,
  completeAny,
  completeEach,
  message: sendMessage,
  signal: sendSignal,
  trigger: (running, { element }) => trigger(running, element),
  messageFlow: (running, { target, flow }) => trigger(running, target ?? flow),
  advanceTime: async (running, { duration }) => {
    await advanceTime(running, duration)
    return null
  },
  setVariables,
  decide,
  waitAt: async ({ waiting }, { task }) => {
    waiting.add(task)
    return null
  },
  throwError,
  adhocActivate: activateAdHoc,
  adhocComplete: completeAdHoc,
}

/** Does a step, then what it left to be done at once. */
export async function perform(running: RunningEngine, action: Action): Promise<StepFailure | null> {
  // The way of this operation takes this operation; TypeScript can't correlate the two.
  const failure = await (ways[action.op] as Perform<typeof action.op>)(running, action as never)
  await settle(running)
  return failure ?? null
}
