import type { Outcome, RecordProblem } from '../../db/records/record-problem.ts'
import { ApiProblem } from './api-problem.ts'

const statuses: Readonly<Record<string, number>> = {
  record_not_found: 404,
  unit_not_found: 404,
  stale_version: 409,
  company_exists: 409,
  user_exists: 409,
}

const problemOf = ({ code, message, details }: RecordProblem) =>
  new ApiProblem(statuses[code] ?? 422, code, message, { details: { ...details } })

/** The value of a record function, or its problem as an answer. */
export function orProblem<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw problemOf(outcome.error)
}
