import type { ActionOf } from '../pack/pack.ts'
import { CORRELATION_KEY } from '../preparing/extension.ts'
import type { StepFailure } from '../running/contender.ts'
import { BY, own, rejected } from './give.ts'
import type { RunningEngine } from './running-engine.ts'

/** To the one that has waited longest; `each`: as often as there are receivers now. */
export async function sendMessage(
  running: RunningEngine,
  { name, variables, each = false }: ActionOf<'message'>,
): Promise<StepFailure | null> {
  const keys = await waitingKeys(running, name)
  const sent = each ? keys : [keys[0] ?? CORRELATION_KEY]
  for (const correlationKey of sent) {
    const message = { name, correlationKey, messageId: '', timeToLive: 0, variables: own(variables) }
    const done = await running.engine.publish(message, BY)
    if (!done.ok) return rejected(done.error)
  }
  return null
}

/** The keys under which something waits, the longest waiting first. */
async function waitingKeys({ engine }: RunningEngine, name: string): Promise<string[]> {
  const waiting = await engine.store.find('subscriptions', {
    where: [{ column: 'name', is: '=', value: name }],
    orderBy: [{ column: 'key' }],
  })
  return waiting.filter(({ instance }) => instance !== 0).map(({ correlationKey }) => correlationKey)
}

export async function sendSignal(
  { engine }: RunningEngine,
  { name }: ActionOf<'signal'>,
): Promise<StepFailure | null> {
  const done = await engine.broadcastSignal({ name, variables: own() }, BY)
  return done.ok ? null : rejected(done.error)
}
