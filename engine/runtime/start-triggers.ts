import { toJson } from '../feel/index.ts'
import { partsOf } from '../graph/parts-of.ts'
import type { Computed, GraphElement, ProcessGraph, SingleTrigger } from '../graph/process-graph.ts'
import type { Key } from '../key.ts'
import type { SubscriptionRow } from '../ports/rows.ts'
import type { StoreTransaction } from '../ports/store.ts'
import { firstDue } from '../step/due-time.ts'
import { triggerOf } from '../step/triggers.ts'

export interface Arming {
  readonly nextKey: () => Key
  /** Epoch milliseconds. */
  readonly now: number
  readonly zone: string
}

/** The latest version of a process is the one that its triggers start; the one before is put to rest. [SE2] */
export async function armStart(
  tx: StoreTransaction,
  graph: ProcessGraph,
  definition: Key,
  replaced: Key | undefined,
  arming: Arming,
): Promise<void> {
  if (replaced !== undefined) await disarm(tx, replaced)
  for (const index of graph.startTriggers) {
    const element = graph.elements[index]!
    partsOf(triggerOf(element)).forEach((trigger, part) => {
      armPart(tx, definition, element, trigger, part, arming)
    })
  }
}

function armPart(
  tx: StoreTransaction,
  definition: Key,
  element: GraphElement,
  trigger: SingleTrigger,
  part: number,
  arming: Arming,
): void {
  if (trigger.kind === 'timer') armTimer(tx, definition, element.id, trigger, part, arming)
  const subscribed = subscriptionTo(trigger, arming)
  if (!subscribed) return
  tx.insert('subscriptions', {
    key: arming.nextKey(),
    ...subscribed,
    instance: 0,
    elementInstance: 0,
    definition,
    elementId: element.id,
    correlationKey: '',
    part,
  })
}

function subscriptionTo(
  trigger: SingleTrigger,
  { now, zone }: Arming,
): Pick<SubscriptionRow, 'kind' | 'name'> | null {
  switch (trigger.kind) {
    case 'message':
      return { kind: 'message', name: withoutVariables(trigger.message.name, now, zone) }
    case 'signal':
      return { kind: 'signal', name: withoutVariables(trigger.name, now, zone) }
    case 'conditional':
      return { kind: 'condition', name: '' }
    default:
      return null
  }
}

async function disarm(tx: StoreTransaction, definition: Key): Promise<void> {
  const timers = await tx.find('timers', { where: [{ column: 'definition', is: '=', value: definition }] })
  for (const { key } of timers) tx.delete('timers', key)
  const subscriptions = await tx.find('subscriptions', {
    where: [
      { column: 'definition', is: '=', value: definition },
      { column: 'instance', is: '=', value: 0 },
    ],
  })
  for (const { key } of subscriptions) tx.delete('subscriptions', key)
}

function armTimer(
  tx: StoreTransaction,
  definition: Key,
  elementId: string,
  { timer }: Extract<SingleTrigger, { kind: 'timer' }>,
  part: number,
  { nextKey, now, zone }: Arming,
): void {
  const due = firstDue(timer.kind, withoutVariables(timer.value, now, zone), now, zone)
  if (!due.ok)
    throw new Error(`the start timer '${elementId}' was not checked when it was compiled: ${due.error}`)
  const { dueAt, repetitions } = due.value
  tx.insert('timers', {
    key: nextKey(),
    instance: 0,
    elementInstance: 0,
    elementId,
    dueAt,
    definition,
    repetitions,
    part,
  })
}

/** Before there is an instance there are no variables: an expression sees none. */
export function withoutVariables(computed: Computed, now: number, zone: string): string {
  if (computed.kind === 'fixed') return computed.text
  const value = computed.expression.evaluate(() => undefined, { now, zone })
  return value.ok ? String(toJson(value.value)) : ''
}
