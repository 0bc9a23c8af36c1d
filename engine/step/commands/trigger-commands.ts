import { noVariables } from '../../json.ts'
import { ok, type Result } from '../../result.ts'
import type { Command, Rejection } from '../../state/command.ts'
import type { Execution } from '../execution.ts'
import { closesWith, happen, happenIfWaited } from '../happen.ts'
import { findWait } from './find.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

export function fireTimer(x: Execution, { key, timer }: Of<'fireTimer'>): Result<void, Rejection> {
  const found = findWait(x, key, 'timer', timer)
  if (!found.ok) return found
  x.emit({ type: 'timerFired', key, timer })
  happen(x, found.value.instance, found.value.wait, noVariables())
  return ok(undefined)
}

export function correlateMessage(x: Execution, command: Of<'correlateMessage'>): Result<void, Rejection> {
  const { key, subscription, message, variables } = command
  const found = findWait(x, key, 'message', subscription)
  if (!found.ok) return found
  const { instance, wait } = found.value
  x.emit({ type: 'messageCorrelated', key, subscription, message, closed: closesWith(x, instance, wait) })
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
