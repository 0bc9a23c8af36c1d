import type { Key } from '../key.ts'
import type { Wait } from '../state/instance-state.ts'
import type { Projection } from './projection.ts'

/** Conditions, and triggers that have happened, are of this instance alone and have no row. */
export function openWait(p: Projection, elementInstance: Key, wait: Wait): void {
  const { key, part } = wait
  const place = { instance: p.instance, elementInstance, elementId: p.graph.elements[wait.element]!.id, part }
  if (wait.kind === 'timer') {
    const { dueAt, repetitions } = wait
    p.rows.insert('timers', p.instance, { key, ...place, dueAt, definition: 0, repetitions })
  } else if (wait.kind === 'message' || wait.kind === 'signal') {
    const { kind, name } = wait
    const correlationKey = wait.kind === 'message' ? wait.correlationKey : ''
    const { definition } = p
    p.rows.insert('subscriptions', p.instance, { key, kind, ...place, definition, name, correlationKey })
  }
}

export function tableOf({ kind }: Wait): 'timers' | 'subscriptions' | null {
  if (kind === 'timer') return 'timers'
  return kind === 'message' || kind === 'signal' ? 'subscriptions' : null
}
