import type { Decision, DecisionOutcome, EvaluatedDecision } from '../../../engine/dmn/index.ts'
import { type FeelValue, toJson } from '../../../engine/feel/index.ts'
import type { Rows } from '../../../engine/ports/rows.ts'
import type { EvaluatedDecisionResult, Evaluation } from '../../contract/v2/evaluate-decision.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import { keyText } from '../key.ts'

const text = (value: FeelValue): string => JSON.stringify(toJson(value))

type Result = ReturnType<Decision['evaluate']>

/** What came of making a decision, or why it could not be made. */
export function presentEvaluation(
  row: Rows['decisions'],
  keys: { readonly requirements: number; readonly evaluation: number },
  result: Result,
): Evaluation {
  return {
    decisionDefinitionId: row.decisionId,
    decisionDefinitionName: row.name,
    decisionDefinitionVersion: row.version,
    decisionRequirementsId: row.requirementsId,
    ...(result.ok ? made(result.value) : failed(row, result.error.message)),
    tenantId: DEFAULT_TENANT,
    decisionDefinitionKey: keyText(row.key),
    decisionRequirementsKey: keyText(keys.requirements),
    decisionEvaluationKey: keyText(keys.evaluation),
  }
}

const made = (outcome: DecisionOutcome) => ({
  output: text(outcome.output),
  failedDecisionDefinitionId: '',
  failureMessage: '',
  evaluatedDecisions: outcome.evaluated.map(presentEvaluated),
})

const failed = ({ decisionId }: Rows['decisions'], failureMessage: string) => ({
  output: 'null',
  failedDecisionDefinitionId: decisionId,
  failureMessage,
  evaluatedDecisions: [],
})

const presentEvaluated = (one: EvaluatedDecision): EvaluatedDecisionResult => ({
  decisionDefinitionId: one.decisionId,
  decisionDefinitionName: one.decisionName,
  decisionDefinitionType: one.inputs.length > 0 ? 'DECISION_TABLE' : 'LITERAL_EXPRESSION',
  output: text(one.output),
  tenantId: DEFAULT_TENANT,
  matchedRules: one.matchedRules.map(({ ruleId, ruleIndex, outputs }) => ({
    ruleId,
    ruleIndex: ruleIndex + 1,
    evaluatedOutputs: Object.entries(outputs).map(([name, value]) => ({
      outputId: name,
      outputName: name,
      outputValue: text(value),
    })),
  })),
  evaluatedInputs: one.inputs.map(({ inputId, inputName, value }) => ({
    inputId,
    inputName,
    inputValue: text(value),
  })),
})
