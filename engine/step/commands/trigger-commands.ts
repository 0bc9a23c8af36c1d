import { catchUpOf } from '../../graph/catch-up.ts'
import { needsAll } from '../../graph/parts-of.ts'
import { noVariables } from '../../json.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Command, Rejection } from '../../state/command.ts'
import { associateReceived, keysAwaited } from '../associate-keys.ts'
import type { Execution } from '../execution.ts'
import { closesWith, happen, happenIfWaited } from '../happen.ts'
import { isSkipped, nextDue } from '../next-due.ts'
import { rescheduleCycle, triggerOf } from '../triggers.ts'
import { findWait } from './find.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

export function fireTimer(x: Execution, { key, timer }: Of<'fireTimer'>): Result<void, Rejection> {
  const found = findWait(x, key, 'timer', timer)
  if (!found.ok) return found
  const { instance, wait } = found.value
  const event = x.graph.elements[wait.element]!
  const catchUp = catchUpOf(event.properties)
  const next = nextDue(wait, catchUp, x.context)
  if (!next.ok) return fail({ code: 'timer_without_next_turn', message: `timer ${timer}: ${next.error}` })
  const skipped = isSkipped(wait, catchUp, x.context.now)
  x.emit({ type: skipped ? 'timerCanceled' : 'timerFired', key, timer })
  if (!skipped) happen(x, instance, wait, noVariables())
  if (!next.value || !x.state.elements.has(key)) return ok(undefined)
  // An event that needs several triggers waits for all of them anew once it has happened.
  if (skipped || !needsAll(triggerOf(event))) rescheduleCycle(x, instance, wait, next.value)
  return ok(undefined)
}

export function correlateMessage(x: Execution, command: Of<'correlateMessage'>): Result<void, Rejection> {
  const { key, subscription, message, variables } = command
  const found = findWait(x, key, 'message', subscription)
  if (!found.ok) return found
  const { instance, wait } = found.value
  x.emit({ type: 'messageCorrelated', key, subscription, message, closed: closesWith(x, instance, wait) })
  associateReceived(x, instance, keysAwaited(x, wait), variables)
  happen(x, instance, wait, variables)
  return ok(undefined)
}

export function correlateSignal(x: Execution, command: Of<'correlateSignal'>): Result<void, Rejection> {
  const { key, subscription, variables } = command
  const found = findWait(x, key, 'signal', subscription)
  if (!found.ok) return found
  happenIfWaited(x, key, subscription, variables)
  return ok(undefined)
}
