import type { ProcessGraph } from '../graph/process-graph.ts'
import { fail, ok, type Result } from '../result.ts'
import { cloneState } from '../state/clone.ts'
import type { Command, Rejection } from '../state/command.ts'
import type { EngineEvent } from '../state/event.ts'
import type { InstanceState } from '../state/instance-state.ts'
import { activateAdHoc, completeAdHoc } from './commands/ad-hoc-commands.ts'
import { completeCall, failCall, throwCallError, throwCallEscalation } from './commands/call-commands.ts'
import { createInstance } from './commands/create-instance.ts'
import { cancelInstance, resolveIncident, setVariables } from './commands/instance-commands.ts'
import { completeJob, failJob, throwJobError, updateJobRetries } from './commands/job-commands.ts'
import { migrateInstance } from './commands/migrate-instance.ts'
import { modifyInstance } from './commands/modify-instance.ts'
import { refusedWhileSuspended, resumeInstance, suspendInstance } from './commands/suspension.ts'
import { assignTask, completeTask, delegateTask, resolveTask, updateTask } from './commands/task-commands.ts'
import { correlateMessage, correlateSignal, fireTimer } from './commands/trigger-commands.ts'
import { Execution, type Observer, type StepContext } from './execution.ts'
import { runToRest } from './run-to-rest.ts'

/**
 * What happens when `command` is given to an instance in `state`: the events, in order. Pure: the state is left as it
 * is, and time, keys and other definitions come from `context` alone. A rejected command changes nothing.
 */
export const step = (
  graph: ProcessGraph,
  state: InstanceState,
  command: Command,
  context: StepContext,
): Result<EngineEvent[], Rejection> => advance(graph, cloneState(state), command, context)

/** As `step`, for a caller that owns the state: it is moved forward in place, and unchanged after a rejection. */
export function advance(
  graph: ProcessGraph,
  state: InstanceState,
  command: Command,
  context: StepContext,
  observe?: Observer,
): Result<EngineEvent[], Rejection> {
  if (state.status !== 'active') {
    return fail({
      code: 'instance_not_active',
      message: `instance ${state.key} is ${state.status}: it takes no more commands`,
    })
  }
  const refused = refusedWhileSuspended(state, command)
  if (refused) return fail(refused)
  const x = new Execution(graph, state, context, observe)
  const done = carryOut(x, command)
  if (!done.ok) return done
  if (!state.suspended) runToRest(x)
  return ok(x.events)
}

function carryOut(x: Execution, command: Command): Result<void, Rejection> {
  switch (command.type) {
    case 'createInstance':
      return createInstance(x, command)
    case 'cancelInstance':
      return cancelInstance(x, command)
    case 'completeTask':
      return completeTask(x, command)
    case 'assignTask':
      return assignTask(x, command)
    case 'delegateTask':
      return delegateTask(x, command)
    case 'resolveTask':
      return resolveTask(x, command)
    case 'updateTask':
      return updateTask(x, command)
    case 'completeJob':
      return completeJob(x, command)
    case 'failJob':
      return failJob(x, command)
    case 'updateJobRetries':
      return updateJobRetries(x, command)
    case 'throwJobError':
      return throwJobError(x, command)
    case 'fireTimer':
      return fireTimer(x, command)
    case 'correlateMessage':
      return correlateMessage(x, command)
    case 'correlateSignal':
      return correlateSignal(x, command)
    case 'activateAdHoc':
      return activateAdHoc(x, command)
    case 'completeAdHoc':
      return completeAdHoc(x, command)
    case 'setVariables':
      return setVariables(x, command)
    case 'resolveIncident':
      return resolveIncident(x, command)
    case 'suspendInstance':
      return suspendInstance(x, command)
    case 'resumeInstance':
      return resumeInstance(x, command)
    case 'modifyInstance':
      return modifyInstance(x, command)
    case 'migrateInstance':
      return migrateInstance(x, command)
    case 'completeCall':
      return completeCall(x, command)
    case 'failCall':
      return failCall(x, command)
    case 'throwCallError':
      return throwCallError(x, command)
    case 'throwCallEscalation':
      return throwCallEscalation(x, command)
  }
}
