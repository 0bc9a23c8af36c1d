import type { FeelContext, FeelFailureCode, FeelValue, VariableLookup } from '../feel/index.ts'
import type { Result } from '../result.ts'

export type DmnProblemCode =
  | 'dmn_xml_invalid'
  | 'dmn_xml_forbidden'
  | 'dmn_unsupported'
  | 'dmn_too_deep'
  | 'dmn_reference_unknown'
  | 'dmn_requirement_cycle'
  | 'dmn_feel_invalid'
  | 'dmn_table_invalid'

/** Why a file is no decision model that can run here. */
export interface DmnProblem {
  readonly code: DmnProblemCode
  /** Id of the element, or of the nearest one that has an id; empty for the file as a whole. */
  readonly elementId: string
  /** What was expected, what was found, what to do. */
  readonly message: string
}

export type DecisionFailureCode =
  | FeelFailureCode
  | 'decision_not_unique'
  | 'decision_outputs_differ'
  | 'decision_value_not_allowed'
  | 'decision_no_priority'
  | 'decision_refused'

/** Why a decision could not be made. */
export interface DecisionFailure {
  readonly code: DecisionFailureCode
  readonly message: string
}

/** A rule that matched; `ruleIndex` counts from 0. Outputs are by output name, `output` for a nameless one. */
export interface MatchedRule {
  readonly ruleIndex: number
  readonly ruleId: string
  readonly outputs: Readonly<Record<string, FeelValue>>
}

/** What a decision table saw in one of its inputs. */
export interface EvaluatedInput {
  readonly inputId: string
  /** The label, or the expression when it has none. */
  readonly inputName: string
  readonly value: FeelValue
}

/** One decision made on the way, in the order in which they were made. */
export interface EvaluatedDecision {
  readonly decisionId: string
  readonly decisionName: string
  readonly output: FeelValue
  /** Both empty unless the decision is a table. */
  readonly matchedRules: readonly MatchedRule[]
  readonly inputs: readonly EvaluatedInput[]
}

/** The outcome of a decision. */
export interface DecisionOutcome {
  readonly output: FeelValue
  readonly matchedRules: readonly MatchedRule[]
  readonly inputs: readonly EvaluatedInput[]
  /** The decision itself comes last, the decisions it required before it. */
  readonly evaluated: readonly EvaluatedDecision[]
}

/** A decision or decision service, ready to be made. */
export interface Decision {
  readonly id: string
  readonly name: string
  /** Names it may read from the lookup, its required decisions' included. */
  readonly requiredInputs: readonly string[]
  evaluate(lookup: VariableLookup, context: FeelContext): Result<DecisionOutcome, DecisionFailure>
}

/** A parsed and compiled DMN file. */
export interface DecisionModel {
  readonly id: string
  readonly name: string
  readonly namespace: string
  readonly decisions: readonly Decision[]
  readonly services: readonly Decision[]
  /** Business knowledge models, each made from its parameters by name. */
  readonly knowledge: readonly Decision[]
}
