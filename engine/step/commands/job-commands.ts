import { ok, type Result } from '../../result.ts'
import type { Command, Rejection } from '../../state/command.ts'
import { throwError } from '../errors.ts'
import type { Execution } from '../execution.ts'
import { raise } from '../incident.ts'
import { complete } from '../lifecycle.ts'
import { Stuck } from '../stuck.ts'
import { accept, setLocal } from '../variables.ts'
import { findJob } from './find.ts'
import { completeListener, noErrorOfTaskListener, noTaskListener } from './listener-commands.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

export function completeJob(x: Execution, command: Of<'completeJob'>): Result<void, Rejection> {
  const { key, job, variables } = command
  const found = findJob(x, key, job)
  if (!found.ok) return found
  if (found.value.extra?.listening) return completeListener(x, found.value, command)
  if (command.result) return noTaskListener(job)
  x.emit({ type: 'jobCompleted', key, job })
  accept(x, found.value, variables)
  complete(x, found.value)
  return ok(undefined)
}

/** Offered again after the back-off while retries are left, else an incident. [JB2] */
export function failJob(x: Execution, command: Of<'failJob'>): Result<void, Rejection> {
  const found = findJob(x, command.key, command.job)
  if (!found.ok) return found
  const { key, job, retries, message } = command
  const instance = found.value
  setLocal(x, key, command.variables)
  x.emit({ type: 'jobFailed', key, job, retries, retryAt: x.context.now + command.backOff, message })
  if (retries < 1 && !instance.incident)
    raise(
      x,
      instance,
      'active',
      new Stuck('JOB_NO_RETRIES', message || 'the job failed and has no retries left'),
    )
  return ok(undefined)
}

export function updateJobRetries(x: Execution, command: Of<'updateJobRetries'>): Result<void, Rejection> {
  const found = findJob(x, command.key, command.job)
  if (!found.ok) return found
  const { key, job, retries } = command
  x.emit({ type: 'jobRetriesUpdated', key, job, retries })
  return ok(undefined)
}

/** A business error found by the worker; without a catching event it is an incident and the job stays. [JB3] */
export function throwJobError(x: Execution, command: Of<'throwJobError'>): Result<void, Rejection> {
  const found = findJob(x, command.key, command.job)
  if (!found.ok) return found
  const { key, job, code, message, variables } = command
  if (found.value.extra?.listening?.transition) return noErrorOfTaskListener(job)
  x.emit({ type: 'jobErrorThrown', key, job, code })
  try {
    throwError(x, found.value, { code, message, variables })
  } catch (error) {
    raise(x, found.value, 'active', error)
  }
  return ok(undefined)
}
