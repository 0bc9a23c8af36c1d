import type { Variables } from '../json.ts'
import { noVariables } from '../json.ts'
import type { Key } from '../key.ts'
import type { MessageRow, SubscriptionRow } from '../ports/rows.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Rejection } from '../state/command.ts'
import type { EventOf } from '../state/event.ts'
import { findConversing } from './conversations.ts'
import type { MessageToPublish, Published } from './engine.ts'
import { findKept } from './find-kept.ts'
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
  const kept = await findKept(work, instance, opened)
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
  if (taken.ok) work.context.tx.delete('messages', kept.key)
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
    lock: 'skip',
  })
  return mine
}

async function deliver(work: UnitOfWork, message: Key, to: MessageToPublish): Promise<Key[]> {
  const instances: Key[] = []
  // What an instance has begun and waits for comes to it rather than begin another one. [ME5]
  const begun = new Set<string>()
  const conversing = new Set<string>()
  for (const { processId, candidates } of await slotsOf(work, to)) {
    const begins = (one: SubscriptionRow) => !begun.has(placeOf(one)) && !conversing.has(processId)
    const open = candidates.filter((one) => one.instance !== 0 || begins(one))
    const reached = await firstReached(work, open, message, to)
    if (reached === null) continue
    instances.push(reached.instance)
    begun.add(placeOf(reached.by))
    if (await isConversing(work, reached.by)) conversing.add(processId)
  }
  return instances
}

const placeOf = ({ definition, elementId }: SubscriptionRow): string => `${definition} ${elementId}`

/** What belongs to a conversation that an instance has begins no other instance. [CK7] */
async function isConversing(
  work: UnitOfWork,
  { instance, correlationKey, definition, name }: SubscriptionRow,
) {
  if (instance === 0 || correlationKey === '') return false
  return (await work.context.definitions.graph(definition)).correlation?.messages.has(name) ?? false
}

interface Reached {
  readonly instance: Key
  readonly by: SubscriptionRow
}

/** Start events take a message whatever its key: theirs is empty. */
async function findWaiting(work: UnitOfWork, message: MessageToPublish): Promise<SubscriptionRow[]> {
  const { name, correlationKey } = message
  if (correlationKey === '') return findConversing(work, message)
  const waiting = await findSubscriptions(work, ['message'], name, ['', correlationKey])
  return waiting.filter((one) => one.instance === 0 || one.correlationKey === correlationKey)
}

interface Slot {
  readonly processId: string
  readonly begins: boolean
  readonly candidates: readonly SubscriptionRow[]
}

/** Those that wait before those that begin. */
async function byProcess(work: UnitOfWork, waiting: readonly SubscriptionRow[]): Promise<Slot[]> {
  const slots = new Map<string, Slot>()
  for (const one of waiting) {
    const { processId } = (await work.context.definitions.row(one.definition))!
    const begins = one.instance === 0
    const slot = `${begins ? 'start' : 'wait'} ${processId}`
    const candidates = [...(slots.get(slot)?.candidates ?? []), one]
    slots.set(slot, { processId, begins, candidates })
  }
  return [...slots.values()].sort((one, other) => Number(one.begins) - Number(other.begins))
}

/** Where the message begins a conversation, nobody else may at this moment begin the same one. [CK7] */
async function slotsOf(work: UnitOfWork, message: MessageToPublish): Promise<readonly Slot[]> {
  const slots = await byProcess(work, await findWaiting(work, message))
  const begun = await beginningConversations(work, slots, message.name)
  if (begun.length === 0) return slots
  const where = [{ column: 'key', is: 'in', value: begun }] as const
  await work.context.tx.find('processDefinitions', { where, columns: ['key'], lock: 'wait' })
  return byProcess(work, await findWaiting(work, message))
}

/** Definitions of which the message begins an instance whose conversation others can begin too. */
async function beginningConversations(
  { context: { definitions } }: UnitOfWork,
  slots: readonly Slot[],
  message: string,
): Promise<Key[]> {
  const keys: Key[] = []
  for (const { candidates } of slots.filter(({ begins }) => begins))
    for (const { definition } of candidates) {
      const { correlation, startTriggers } = await definitions.graph(definition)
      if (startTriggers.length > 1 && correlation?.messages.has(message)) keys.push(definition)
    }
  return keys
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
