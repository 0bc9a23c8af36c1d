import type { Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { SubscriptionRow } from '../ports/rows.ts'
import type { SignalToBroadcast } from './engine.ts'
import { findSubscriptions } from './subscriptions.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/**
 * A signal reaches everybody who waits for it, and starts an instance of each process that begins with it. [SG1]
 *
 * @returns the instances that received it or were started by it
 */
export const broadcastSignal = (work: UnitOfWork, signal: SignalToBroadcast): Promise<Key[]> =>
  tellOthers(work, signal, 0)

/** As `broadcastSignal`, for all but the instance that has thrown it and told its own elements already. */
export async function tellOthers(
  work: UnitOfWork,
  { name, variables }: SignalToBroadcast,
  thrower: Key,
): Promise<Key[]> {
  const told = new Set<Key>()
  for (const one of await findSubscriptions(work, ['signal'], name, [''])) {
    const reached =
      one.instance === 0 ? await start(work, one, variables) : await tell(work, one, variables, thrower)
    if (reached !== null) told.add(reached)
  }
  return [...told]
}

async function tell(
  work: UnitOfWork,
  { instance: key, elementInstance, key: subscription }: SubscriptionRow,
  variables: Variables,
  thrower: Key,
): Promise<Key | null> {
  if (key === thrower) return null
  const instance = await work.load(key)
  if (!instance.ok) return null
  const command = { type: 'correlateSignal', key: elementInstance, subscription, variables } as const
  return work.run(instance.value, command).ok ? key : null
}

async function start(
  work: UnitOfWork,
  { definition, elementId, part }: SubscriptionRow,
  brought: Variables,
): Promise<Key | null> {
  const { indexOf } = await work.context.definitions.graph(definition)
  const startAt = [indexOf.get(elementId)!]
  const made = await work.create({ definition, startAt, brought, part })
  return made.ok ? made.value.key : null
}
