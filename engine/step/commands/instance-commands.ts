import { fail, ok, type Result } from '../../result.ts'
import type { Command, Rejection } from '../../state/command.ts'
import type { Execution } from '../execution.ts'
import { goOnListening } from '../go-on-listening.ts'
import { resume } from '../lifecycle.ts'
import { endCanceled } from '../terminate.ts'
import { propagate, setLocal } from '../variables.ts'
import { findInstance } from './find.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** A called instance ends with its caller: canceling it alone would leave that waiting for ever. [CA5] */
export function cancelInstance(x: Execution, { byCaller }: Of<'cancelInstance'>): Result<void, Rejection> {
  const { key, parent } = x.state
  if (parent && !byCaller) {
    return fail({
      code: 'instance_has_caller',
      message: `instance ${key} was called by instance ${parent.instance}: cancel that one, which ends both`,
    })
  }
  endCanceled(x)
  return ok(undefined)
}

export function setVariables(x: Execution, command: Of<'setVariables'>): Result<void, Rejection> {
  const found = findInstance(x, command.key)
  if (!found.ok) return found
  if (command.local) setLocal(x, command.key, command.variables)
  else propagate(x, command.key, command.variables)
  return ok(undefined)
}

/** The phase that failed is gone through again; a job is offered again once it has retries. [IN2] */
export function resolveIncident(
  x: Execution,
  { key, incident }: Of<'resolveIncident'>,
): Result<void, Rejection> {
  const instance = x.state.elements.get(key)
  if (instance?.incident?.key !== incident) {
    return fail({
      code: 'incident_not_found',
      message: `incident ${incident} is not open in instance ${x.state.key}: it was resolved, or its element has ended`,
    })
  }
  if (instance.job && instance.job.retries < 1) {
    return fail({
      code: 'incident_without_retries',
      message: `job ${instance.job.key} has no retries left: give it some before resolving incident ${incident}`,
    })
  }
  const { phase } = instance
  x.emit({ type: 'incidentResolved', key, incident })
  if (instance.extra?.listening && !instance.job) goOnListening(x, instance)
  else resume(x, instance, phase)
  return ok(undefined)
}
