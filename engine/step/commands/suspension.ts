import { fail, ok, type Result } from '../../result.ts'
import type { Command, Rejection } from '../../state/command.ts'
import type { InstanceState } from '../../state/instance-state.ts'
import type { Execution } from '../execution.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** What moves no token, or ends everything, is allowed. [SU2] */
const ALLOWED: ReadonlySet<Command['type']> = new Set([
  'resumeInstance',
  'cancelInstance',
  'setVariables',
  'updateJobRetries',
  'migrateInstance',
])

/** Why a suspended instance does not take the command; null when it does. [SU2] */
export function refusedWhileSuspended(
  { suspended, key }: InstanceState,
  { type }: Command,
): Rejection | null {
  if (!suspended || ALLOWED.has(type)) return null
  return {
    code: 'instance_suspended',
    message: `instance ${key} is suspended and takes no ${type}: resume it first`,
  }
}

/** Tasks, jobs, timers and messages rest; what it called is suspended with it. [SU1] */
export function suspendInstance(x: Execution, { byCaller }: Of<'suspendInstance'>): Result<void, Rejection> {
  const { key, parent } = x.state
  if (parent && !byCaller) return withCaller(x)
  x.emit({ type: 'instanceSuspended', key })
  return ok(undefined)
}

/** Everything waits on as it was; what has become due meanwhile is due at once. [SU3] */
export function resumeInstance(x: Execution, { byCaller }: Of<'resumeInstance'>): Result<void, Rejection> {
  const { key, parent, suspended } = x.state
  if (parent && !byCaller) return withCaller(x)
  if (!suspended) {
    return fail({ code: 'instance_not_suspended', message: `instance ${key} is not suspended: it runs` })
  }
  x.emit({ type: 'instanceResumed', key })
  x.variablesChanged = x.dataStale = true // conditions and keys were not looked at meanwhile
  return ok(undefined)
}

/** A caller that goes on beside what it called, or the other way round, could lose what that returns. [SU4] */
const withCaller = ({ state }: Execution): Result<never, Rejection> =>
  fail({
    code: 'instance_has_caller',
    message: `instance ${state.key} was called by instance ${state.parent!.instance}: suspend or resume that one, which means both`,
  })
