/** The door of DMN, the decision models of the OMG. See README.md for its terms. */
export type {
  Decision,
  DecisionFailure,
  DecisionFailureCode,
  DecisionModel,
  DecisionOutcome,
  DmnProblem,
  DmnProblemCode,
  EvaluatedDecision,
  EvaluatedInput,
  MatchedRule,
} from './decision-model.ts'
export { parseDecisions, readDecisions } from './parse-decisions.ts'
