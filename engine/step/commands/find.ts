import type { Key } from '../../key.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Rejection, RejectionCode } from '../../state/command.ts'
import type { ElementInstance, Wait } from '../../state/instance-state.ts'
import type { Execution } from '../execution.ts'

type Found<T> = Result<T, Rejection>

export function findInstance(x: Execution, key: Key): Found<ElementInstance> {
  const found = x.state.elements.get(key)
  return found ? ok(found) : gone(x, 'element_instance_not_found', `element instance ${key}`)
}

export function findTask(x: Execution, key: Key): Found<ElementInstance> {
  const found = x.state.elements.get(key)
  return found?.task ? ok(found) : gone(x, 'task_not_found', `task ${key}`)
}

export function findJob(x: Execution, key: Key, job: Key): Found<ElementInstance> {
  const found = x.state.elements.get(key)
  return found?.job?.key === job ? ok(found) : gone(x, 'job_not_found', `job ${job}`)
}

export function findWait<K extends Wait['kind']>(
  x: Execution,
  key: Key,
  kind: K,
  wait: Key,
): Found<{ instance: ElementInstance; wait: Extract<Wait, { kind: K }> }> {
  const instance = x.state.elements.get(key)
  const found = instance?.waits.find((one) => one.kind === kind && one.key === wait)
  // `found` has the kind that was asked for; TypeScript can't narrow through find.
  if (instance && found) return ok({ instance, wait: found as Extract<Wait, { kind: K }> })
  return gone(x, kind === 'timer' ? 'timer_not_found' : 'subscription_not_found', `${kind} ${wait}`)
}

const gone = (x: Execution, code: RejectionCode, what: string): Found<never> =>
  fail({
    code,
    message: `${what} is not active in instance ${x.state.key}: it was completed, canceled or never there`,
  })
