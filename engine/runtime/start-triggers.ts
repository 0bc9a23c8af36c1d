import { toJson } from '../feel/index.ts'
import type { Computed, EventTrigger, ProcessGraph } from '../graph/process-graph.ts'
import type { Key } from '../key.ts'
import type { StoreTransaction } from '../ports/store.ts'
import { firstDue } from '../step/due-time.ts'

export interface Arming {
  readonly nextKey: () => Key
  /** Epoch milliseconds. */
  readonly now: number
  readonly zone: string
}

/** The latest version of a process is the one that messages and timers start; the one before is put to rest. [SE2] */
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
    const trigger: EventTrigger = 'trigger' in element ? element.trigger : { kind: 'none' }
    if (trigger.kind === 'timer') armTimer(tx, definition, element.id, trigger, arming)
    if (trigger.kind === 'message') {
      tx.insert('subscriptions', {
        key: arming.nextKey(),
        instance: 0,
        elementInstance: 0,
        definition,
        elementId: element.id,
        name: withoutVariables(trigger.message.name, arming.now, arming.zone),
        correlationKey: '',
      })
    }
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
  { timer }: Extract<EventTrigger, { kind: 'timer' }>,
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
  })
}

/** Before there is an instance there are no variables: an expression sees none. */
export function withoutVariables(computed: Computed, now: number, zone: string): string {
  if (computed.kind === 'fixed') return computed.text
  const value = computed.expression.evaluate(() => undefined, { now, zone })
  return value.ok ? String(toJson(value.value)) : ''
}
