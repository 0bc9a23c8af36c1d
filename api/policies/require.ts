import { ApiProblem } from '../http/api-problem.ts'
import { type Action, type Actor, may, type Objects } from './may.ts'

/** Passes when the person may, else 403 `not_permitted`. */
export function requireMay<A extends Action>(person: Actor, action: A, ...object: Objects<A>): void {
  if (!may(person, action, ...object))
    throw new ApiProblem(
      403,
      'not_permitted',
      `Your roles (${person.roles.join(', ') || 'none'}) do not allow ${action} here.`,
    )
}
