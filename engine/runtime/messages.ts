import type { Variables } from '../json.ts'
import { noVariables } from '../json.ts'
import type { Key } from '../key.ts'
import type { MessageRow, SubscriptionRow } from '../ports/rows.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Rejection } from '../state/command.ts'
import type { EventOf } from '../state/event.ts'
import type { MessageToPublish, Published } from './engine.ts'
import type { Loaded } from './loaded.ts'
import { findSubscriptions } from './subscriptions.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/**
 * A message reaches at most one waiting instance of each process, the one that has waited longest, and starts an
 * instance of each process that begins with it. If it reached nobody it is kept for its time to live. [ME1] [ME2]
 */
export async function publishMessage(
  work: UnitOfWork,
  message: MessageToPublish,
): Promise<Result<Published, Rejection>> {
  const { tx, nextKey, now } = work.context
  if (message.messageId !== '' && (await isBuffered(work, message))) {
    const { name, messageId } = message
    return fail({
      code: 'message_already_published',
      message: `a message '${name}' with id '${messageId}' is still kept: it is not delivered twice`,
    })
  }
  const key = nextKey()
  const instances = await deliver(work, key, message)
  if (instances.length === 0 && message.timeToLive > 0) {
    const { name, correlationKey, messageId } = message
    const variables = JSON.stringify(message.variables)
    tx.insert('messages', {
      key,
      name,
      correlationKey,
      messageId,
      expiresAt: now + message.timeToLive,
      variables,
    })
  }
  return ok({ key, instances })
}

/** A subscription that has just been opened takes the oldest message that is kept for it. [ME3] */
export async function takeBuffered(
  work: UnitOfWork,
  instance: Loaded,
  opened: EventOf<'messageSubscribed'>,
): Promise<void> {
  const { tx, now } = work.context
  const [kept] = await tx.find('messages', {
    where: [
      { column: 'name', is: '=', value: opened.name },
      { column: 'correlationKey', is: '=', value: opened.correlationKey },
      { column: 'expiresAt', is: '>', value: now },
    ],
    orderBy: [{ column: 'key' }],
    limit: 1,
  })
  if (!kept || !(await isMine(work, kept.key))) return
  const { subscription, key } = opened
  const variables = keptVariables(kept)
  const taken = work.run(instance, {
    type: 'correlateMessage',
    key,
    subscription,
    message: kept.key,
    variables,
  })
  if (taken.ok) tx.delete('messages', kept.key)
}

/** Delivers a kept message whose subscription was opened by another node at the moment it was published. */
export async function deliverKept(work: UnitOfWork, key: Key): Promise<void> {
  const kept = await isMine(work, key)
  if (!kept) return
  const message = { ...kept, timeToLive: 0, variables: keptVariables(kept) }
  const instances = await deliver(work, key, message)
  if (instances.length > 0) work.context.tx.delete('messages', key)
}

/** Of several that see the same kept message at the same moment one may have it. */
async function isMine(work: UnitOfWork, message: Key): Promise<MessageRow | undefined> {
  const [mine] = await work.context.tx.find('messages', {
    where: [{ column: 'key', is: '=', value: message }],
    lock: true,
  })
  return mine
}

async function deliver(work: UnitOfWork, message: Key, to: MessageToPublish): Promise<Key[]> {
  const instances: Key[] = []
  // What an instance has begun and waits for comes to it rather than begin another one. [ME5]
  const begun = new Set<string>()
  for (const candidates of await byProcess(work, await findWaiting(work, to))) {
    const open = candidates.filter((one) => one.instance !== 0 || !begun.has(placeOf(one)))
    const reached = await firstReached(work, open, message, to)
    if (reached === null) continue
    instances.push(reached.instance)
    begun.add(placeOf(reached.by))
  }
  return instances
}

const placeOf = ({ definition, elementId }: SubscriptionRow): string => `${definition} ${elementId}`

interface Reached {
  readonly instance: Key
  readonly by: SubscriptionRow
}

/** Start events take a message whatever its key: theirs is empty. */
async function findWaiting(
  work: UnitOfWork,
  { name, correlationKey }: MessageToPublish,
): Promise<SubscriptionRow[]> {
  const waiting = await findSubscriptions(work, 'message', name, [...new Set(['', correlationKey])])
  return waiting.filter((one) => one.instance === 0 || one.correlationKey === correlationKey)
}

async function byProcess(
  work: UnitOfWork,
  waiting: readonly SubscriptionRow[],
): Promise<SubscriptionRow[][]> {
  const slots = new Map<string, SubscriptionRow[]>()
  for (const one of waiting) {
    const { processId } = (await work.context.definitions.row(one.definition))!
    const slot = `${one.instance === 0 ? 'start' : 'wait'} ${processId}`
    slots.set(slot, [...(slots.get(slot) ?? []), one])
  }
  // Those that wait before those that begin.
  const isBeginning = ([slot]: [string, unknown]) => Number(slot.startsWith('start '))
  return [...slots].sort((one, other) => isBeginning(one) - isBeginning(other)).map(([, rows]) => rows)
}

/** The one that has waited longest may have been interrupted at this moment: then the next one gets it. */
async function firstReached(
  work: UnitOfWork,
  candidates: readonly SubscriptionRow[],
  message: Key,
  to: MessageToPublish,
): Promise<Reached | null> {
  for (const one of candidates) {
    const instance = await (one.instance === 0 ? start(work, one, to) : correlate(work, one, message, to))
    if (instance !== null) return { instance, by: one }
  }
  return null
}

async function start(work: UnitOfWork, at: SubscriptionRow, message: MessageToPublish): Promise<Key | null> {
  const graph = await work.context.definitions.graph(at.definition)
  const element = graph.indexOf.get(at.elementId)!
  const made = await work.create({
    definition: at.definition,
    startAt: [element],
    brought: message.variables,
    part: at.part,
  })
  return made.ok ? made.value.key : null
}

async function correlate(
  work: UnitOfWork,
  at: SubscriptionRow,
  message: Key,
  { variables }: MessageToPublish,
): Promise<Key | null> {
  const instance = await work.load(at.instance)
  if (!instance.ok) return null
  const { elementInstance: key, key: subscription } = at
  const done = work.run(instance.value, { type: 'correlateMessage', key, subscription, message, variables })
  return done.ok ? at.instance : null
}

async function isBuffered(
  work: UnitOfWork,
  { name, correlationKey, messageId }: MessageToPublish,
): Promise<boolean> {
  const same = await work.context.tx.count('messages', [
    { column: 'name', is: '=', value: name },
    { column: 'correlationKey', is: '=', value: correlationKey },
    { column: 'messageId', is: '=', value: messageId },
    { column: 'expiresAt', is: '>', value: work.context.now },
  ])
  return same > 0
}

const keptVariables = ({ variables }: MessageRow): Variables =>
  Object.assign(noVariables(), JSON.parse(variables) as Variables)
