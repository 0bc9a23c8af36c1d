import { failureOf } from '../feel/embedding.ts'
import type { DecisionFailure, DecisionFailureCode, DmnProblem, DmnProblemCode } from './decision-model.ts'

/** Ends an evaluation from within. */
export class DecisionStop extends Error {
  readonly code: DecisionFailureCode

  constructor(code: DecisionFailureCode, message: string) {
    super(message)
    this.code = code
  }
}

/** The failure that a thrown thing stands for; a bug is thrown on. */
export const decisionFailureOf = (thrown: unknown): DecisionFailure =>
  thrown instanceof DecisionStop ? { code: thrown.code, message: thrown.message } : failureOf(thrown)

/** Ends the reading of a model that cannot go on after its problem. */
export class DmnStop extends Error {
  readonly problem: DmnProblem

  constructor(code: DmnProblemCode, elementId: string, message: string) {
    super(message)
    this.problem = { code, elementId, message }
  }
}
