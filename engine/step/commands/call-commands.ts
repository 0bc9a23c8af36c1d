import { fail, ok, type Result } from '../../result.ts'
import type { Command, Rejection } from '../../state/command.ts'
import { throwError } from '../errors.ts'
import { throwEscalation } from '../escalations.ts'
import type { Execution } from '../execution.ts'
import { raise } from '../incident.ts'
import { complete } from '../lifecycle.ts'
import { Stuck } from '../stuck.ts'
import { choosesOutputs, propagate, setLocal } from '../variables.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** What the called instance ends with reaches output mappings; without any all of it propagates, unless the call says not. [CA2] */
export function completeCall(x: Execution, { key, variables }: Of<'completeCall'>): Result<void, Rejection> {
  const instance = x.state.elements.get(key)
  if (!instance?.called) return notCalling(x, key)
  const element = x.element(instance)
  x.emit({ type: 'callCompleted', key })
  if (choosesOutputs(element)) setLocal(x, key, variables)
  else if (element.type === 'callActivity' && element.propagateAllChildVariables) propagate(x, key, variables)
  complete(x, instance)
  return ok(undefined)
}

/** An error left the called instance: it is thrown at the call activity. [ER4] */
export function throwCallError(x: Execution, command: Of<'throwCallError'>): Result<void, Rejection> {
  const instance = x.state.elements.get(command.key)
  if (!instance?.called) return notCalling(x, command.key)
  x.emit({ type: 'callFailed', key: command.key })
  try {
    throwError(x, instance, command)
  } catch (error) {
    raise(x, instance, 'armed', error)
  }
  return ok(undefined)
}

/**
 * An escalation left the called instance: it went on, or ended if it was to be interrupted from here. Where the event that
 * interrupts is gone, by a migration, the call has failed. [EC2]
 */
export function throwCallEscalation(
  x: Execution,
  { key, code, variables, ends = false }: Of<'throwCallEscalation'>,
): Result<void, Rejection> {
  const instance = x.state.elements.get(key)
  if (!instance?.called) return notCalling(x, key)
  throwEscalation(x, instance, { code, variables })
  if (!ends || !x.state.elements.has(key)) return ok(undefined)
  return failCall(x, {
    type: 'failCall',
    key,
    message: `nobody catches the escalation '${code}' that ended it`,
  })
}

/** The called process can't be started: retried when the incident is resolved. [CA3] */
export function failCall(x: Execution, { key, message }: Of<'failCall'>): Result<void, Rejection> {
  const instance = x.state.elements.get(key)
  if (!instance?.called) return notCalling(x, key)
  x.emit({ type: 'callFailed', key })
  raise(x, instance, 'armed', new Stuck('CALLED_ELEMENT_ERROR', message))
  return ok(undefined)
}

const notCalling = (x: Execution, key: number): Result<never, Rejection> =>
  fail({
    code: 'element_instance_not_found',
    message: `element instance ${key} of instance ${x.state.key} waits for no called process: it was interrupted`,
  })
