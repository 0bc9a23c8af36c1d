import { noVariables, type Variables } from '../../json.ts'
import { ok, type Result } from '../../result.ts'
import type { Command, Rejection } from '../../state/command.ts'
import type { ElementInstance, Wait } from '../../state/instance-state.ts'
import type { Execution } from '../execution.ts'
import { interrupt, proceed } from '../interrupt.ts'
import { complete } from '../lifecycle.ts'
import { rescheduleCycle } from '../triggers.ts'
import { accept } from '../variables.ts'
import { findWait } from './find.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

export function fireTimer(x: Execution, { key, timer }: Of<'fireTimer'>): Result<void, Rejection> {
  const found = findWait(x, key, 'timer', timer)
  if (!found.ok) return found
  const { instance, wait } = found.value
  x.emit({ type: 'timerFired', key, timer })
  happen(x, instance, wait, noVariables())
  if (x.state.elements.has(key)) rescheduleCycle(x, instance, wait)
  return ok(undefined)
}

export function correlateMessage(x: Execution, command: Of<'correlateMessage'>): Result<void, Rejection> {
  const { key, subscription, message, variables } = command
  const found = findWait(x, key, 'message', subscription)
  if (!found.ok) return found
  const { instance, wait } = found.value
  const closed = !staysOpen(x, instance, wait)
  x.emit({ type: 'messageCorrelated', key, subscription, message, closed })
  happen(x, instance, wait, variables)
  return ok(undefined)
}

function happen(x: Execution, instance: ElementInstance, wait: Wait, variables: Variables): void {
  if (wait.element === instance.element) {
    accept(x, instance, variables)
    complete(x, instance)
    return
  }
  const event = x.graph.elements[wait.element]!
  if (staysOpen(x, instance, wait)) proceed(x, instance, event, variables)
  else interrupt(x, instance, event, variables)
}

/** Non-interrupting boundary events and event sub-processes go on waiting. */
function staysOpen(x: Execution, instance: ElementInstance, wait: Wait): boolean {
  const event = x.graph.elements[wait.element]!
  return wait.element !== instance.element && 'interrupting' in event && !event.interrupting
}
