import { Refuse } from '../../engine/ports/handlers.ts'
import { fail, type Result } from '../../engine/result.ts'

export type ProblemDetails = Readonly<Record<string, string | number | boolean | null>>

/** Why a record could not be changed: an expected failure, so it is returned and not thrown. */
export interface RecordProblem {
  /** Stable, snake_case. */
  readonly code: string
  /** What was expected, what is there, what to do. */
  readonly message: string
  readonly details: ProblemDetails
}

/** What a record function answers. */
export type Outcome<T> = Result<T, RecordProblem>

export const problem = (code: string, message: string, details: ProblemDetails = {}) =>
  fail<RecordProblem>({ code, message, details })

/** For handlers in the engine's transaction: the value, or a `Refuse` that undoes the whole command. */
export function orRefuse<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  const { code, message, details } = outcome.error
  throw new Refuse(code, message, { ...details })
}
