import type { Refusal } from '../../engine/runtime/engine.ts'
import type { JsonValue } from '../../forms/values/json-value.ts'
import { ApiProblem } from './api-problem.ts'

const missing: ReadonlySet<Refusal['code']> = new Set([
  'element_not_found',
  'element_instance_not_found',
  'task_not_found',
  'job_not_found',
  'timer_not_found',
  'subscription_not_found',
  'incident_not_found',
  'ad_hoc_not_found',
])

/** An engine's refusal as an answer: 404 what is not there, 422 what a handler refused, 409 everything else. */
export function refusalProblem(refusal: Refusal): ApiProblem {
  if (refusal.code === 'handler_rejected')
    return new ApiProblem(422, refusal.code, refusal.message, {
      reason: refusal.reason,
      element: refusal.element,
      // The engine's and the contract's JSON values are the same set, declared in two folders.
      details: { ...refusal.details } as Record<string, JsonValue>,
    })
  return new ApiProblem(missing.has(refusal.code) ? 404 : 409, refusal.code, refusal.message)
}
