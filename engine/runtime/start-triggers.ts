import { partsOf } from '../graph/parts-of.ts'
import type { GraphElement, ProcessGraph, SingleTrigger, TimerDefinition } from '../graph/process-graph.ts'
import type { Key } from '../key.ts'
import type { SubscriptionRow } from '../ports/rows.ts'
import type { StoreTransaction } from '../ports/store.ts'
import type { Problem } from '../problem.ts'
import type { TurnClock } from '../step/next-due.ts'
import { triggerOf } from '../step/triggers.ts'
import { firstStart, withoutVariables } from './start-timer.ts'

export interface Arming extends TurnClock {
  readonly nextKey: () => Key
}

/**
 * The latest version of a process is the one that its triggers start; the one before is put to rest. [SE2]
 * Answers what is wrong with its timers.
 */
export async function armStart(
  tx: StoreTransaction,
  graph: ProcessGraph,
  definition: Key,
  replaced: Key | undefined,
  arming: Arming,
): Promise<Problem[]> {
  const problems: Problem[] = []
  if (replaced !== undefined) await disarm(tx, replaced)
  for (const index of graph.startTriggers) {
    const element = graph.elements[index]!
    partsOf(triggerOf(element)).forEach((trigger, part) => {
      problems.push(...armPart(tx, definition, element, trigger, part, arming))
    })
  }
  for (const name of graph.correlation?.messages.keys() ?? [])
    tx.insert('subscriptions', {
      key: arming.nextKey(),
      kind: 'conversation',
      name,
      definition,
      instance: 0,
      elementInstance: 0,
      elementId: '',
      correlationKey: '',
      part: 0,
    })
  return problems
}

function armPart(
  tx: StoreTransaction,
  definition: Key,
  element: GraphElement,
  trigger: SingleTrigger,
  part: number,
  arming: Arming,
): Problem[] {
  if (trigger.kind === 'timer') return armTimer(tx, definition, element.id, trigger.timer, part, arming)
  const subscribed = subscriptionTo(trigger, arming)
  if (!subscribed) return []
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
  return []
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
      // Its instances go on conversing.
      { column: 'kind', is: 'in', value: ['message', 'signal', 'condition'] },
    ],
  })
  for (const { key } of subscriptions) tx.delete('subscriptions', key)
}

function armTimer(
  tx: StoreTransaction,
  definition: Key,
  elementId: string,
  timer: TimerDefinition,
  part: number,
  arming: Arming,
): Problem[] {
  const due = firstStart(timer, arming)
  if (!due.ok) return [badStartTimer(elementId, due.error)]
  if (due.value === null) return []
  const { dueAt, repetitions } = due.value
  const start = { instance: 0, elementInstance: 0, elementId, definition, part }
  tx.insert('timers', { key: arming.nextKey(), ...start, dueAt, repetitions })
  return []
}

const badStartTimer = (element: string, reason: string): Problem => ({
  code: 'bad_timer',
  element,
  message: `The timer can't start the process: ${reason}.`,
  remedy: 'Correct the timer; where a process starts an expression sees no variables.',
})
