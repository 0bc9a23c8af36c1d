import { z } from 'zod'
import { Json, PersonRef, Time, Values } from './primitives.ts'

/** A field that was not accepted. `path` leads to it: `items[2].quantity`, rows counted from 0. */
export const FieldProblem = z.object({
  path: z.string(),
  code: z.string(),
  /** What a message needs: `{ min: 3 }`. */
  params: Values,
})
export type FieldProblem = z.infer<typeof FieldProblem>

/** Something in a deployed file: where, why and what to do. */
export const DeploymentProblem = z.object({
  code: z.string(),
  element: z.string(),
  message: z.string(),
  remedy: z.string(),
})
export type DeploymentProblem = z.infer<typeof DeploymentProblem>

/** RFC 9457 problem details. `code` is stable and snake_case: clients decide by it, never by the texts. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    instance: z.string().optional(),
    requestId: z.string().optional(),
    /** Of `invalid_request` and `form_not_valid`. */
    errors: z.array(FieldProblem).optional(),
    /** Of `deployment_refused`. */
    problems: z.array(DeploymentProblem).optional(),
    /** Of `task_already_completed` and `task_already_assigned`: who was first, and when. */
    by: PersonRef.optional(),
    at: Time.optional(),
    /** Of `handler_rejected`: the handler's own code and what the screen needs to show it. */
    reason: z.string().optional(),
    element: z.string().optional(),
    details: z.record(z.string(), Json).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
