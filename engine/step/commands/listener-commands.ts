import { fail, ok, type Result } from '../../result.ts'
import type { Command, ListenerResult, Rejection } from '../../state/command.ts'
import type { ElementInstance, TaskTransition } from '../../state/instance-state.ts'
import type { Execution } from '../execution.ts'
import { goOnListening } from '../go-on-listening.ts'
import { propagate, setLocal } from '../variables.ts'

type CompleteJob = Extract<Command, { type: 'completeJob' }>

/**
 * A listener has been asked. A task's may deny what is about to happen, or correct it [UT10]; what a start listener brings is
 * local to the element, what an end listener brings belongs to the scope around it. [EL3]
 */
export function completeListener(
  x: Execution,
  instance: ElementInstance,
  { key, job, variables, result }: CompleteJob,
): Result<void, Rejection> {
  const { transition, event } = instance.extra!.listening!
  if (result && !transition) return noTaskListener(job)
  if (result && transition && result.denied !== null && !DENIABLE.has(transition.kind))
    return notDeniable(job, transition.kind)
  x.emit({ type: 'jobCompleted', key, job })
  if (event === 'end' && instance.scope !== 0) propagate(x, instance.scope, variables)
  else setLocal(x, key, variables)
  if (transition && result && result.denied !== null) deny(x, key, transition, result.denied)
  else {
    if (result) correct(x, key, result)
    goOnListening(x, instance)
  }
  return ok(undefined)
}

/** A task that is created or canceled can't stay as it was. */
const DENIABLE: ReadonlySet<TaskTransition['kind']> = new Set(['assigning', 'updating', 'completing'])

const deny = (x: Execution, key: number, { kind: transition }: TaskTransition, reason: string): void =>
  x.emit({ type: 'taskTransitionDenied', key, transition, reason })

function correct(x: Execution, key: number, { corrections }: ListenerResult): void {
  if (Object.keys(corrections).length > 0) x.emit({ type: 'taskCorrected', key, corrections })
}

export const noTaskListener = (job: number): Result<never, Rejection> =>
  fail({
    code: 'listener_result_not_allowed',
    message: `job ${job} is not the job of a task listener: complete it without a result`,
  })

const notDeniable = (job: number, kind: TaskTransition['kind']): Result<never, Rejection> =>
  fail({
    code: 'listener_result_not_allowed',
    message: `job ${job} listens to the ${kind} of a task, which can't be denied: only assigning, updating and completing can`,
  })

export const noErrorOfTaskListener = (job: number): Result<never, Rejection> =>
  fail({
    code: 'listener_result_not_allowed',
    message: `job ${job} is the job of a task listener, which throws no BPMN errors: deny what is about to happen, or fail the job`,
  })
