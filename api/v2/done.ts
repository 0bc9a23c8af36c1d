import type { Result } from '../../engine/result.ts'
import type { Refusal } from '../../engine/runtime/engine.ts'
import { refusalProblem } from '../http/refusal-problem.ts'

/** What was done, or the engine's refusal as a problem. */
export function done<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw refusalProblem(result.error)
  return result.value
}
