import type { RetrievedKey } from '../graph/process-graph.ts'
import type { Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { MessageRow, SubscriptionRow } from '../ports/rows.ts'
import { fittingKeys, lookupIn, retrieveKeys } from '../step/correlation-keys.ts'
import type { MessageToPublish } from './engine.ts'
import { findSubscriptions } from './subscriptions.ts'
import type { UnitOfWork } from './unit-of-work.ts'
import type { WorkContext } from './work-context.ts'

/** What it takes to find keys in what a message carries. */
export type Listening = Pick<WorkContext, 'definitions' | 'now' | 'zone'>

/**
 * Who waits for a message that no key was given with: what it carries says the key, to each process as its own diagram finds
 * it. Those that know something of the conversation come before those that take any message. [CK1] [CK2]
 */
export async function findConversing(
  work: UnitOfWork,
  { name, variables }: MessageToPublish,
): Promise<SubscriptionRow[]> {
  const open = await findSubscriptions(work, ['message', 'conversation'], name, [''])
  const unkeyed = open.filter(({ kind }) => kind === 'message')
  const fitting = new Map<Key, readonly string[]>()
  for (const { kind, definition } of open)
    if (kind === 'conversation')
      fitting.set(definition, await keysSaidTo(definition, name, variables, work.context))
  const all = [...new Set([...fitting.values()].flat())]
  if (all.length === 0) return unkeyed
  const known = await findSubscriptions(work, ['message'], name, all)
  return [
    ...known.filter(({ definition, correlationKey }) => fitting.get(definition)?.includes(correlationKey)),
    ...unkeyed,
  ]
}

/** Correlation keys of the subscriptions of a process that a message comes to. */
export async function keysSaidTo(
  definition: Key,
  name: string,
  variables: Variables,
  listening: Listening,
): Promise<readonly string[]> {
  const { correlation } = await listening.definitions.graph(definition)
  return keysSaid(correlation?.messages.get(name) ?? [], variables, listening)
}

/** Whether a message that is kept comes to a subscription of this correlation key, to a message with these keys. */
export function fits(
  kept: MessageRow,
  keys: readonly RetrievedKey[],
  correlationKey: string,
  listening: Listening,
): boolean {
  if (kept.correlationKey === correlationKey) return true
  return keysSaid(keys, JSON.parse(kept.variables) as Variables, listening).includes(correlationKey)
}

const keysSaid = (keys: readonly RetrievedKey[], variables: Variables, listening: Listening): string[] =>
  fittingKeys(keys, retrieveKeys(keys, lookupIn(variables), listening))
