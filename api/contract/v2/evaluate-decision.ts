import { z } from 'zod'
import { Values } from '../primitives.ts'
import { Name, OnlyTenant, TenantId, V2Key } from './key.ts'
import { operation } from './operation.ts'

/** By key, or the latest version by id. */
const EvaluateDecision = z
  .object({
    decisionDefinitionKey: V2Key.optional(),
    decisionDefinitionId: Name.optional(),
    variables: Values.nullish(),
    tenantId: OnlyTenant,
  })
  .refine(
    (given) => (given.decisionDefinitionKey === undefined) !== (given.decisionDefinitionId === undefined),
    { error: 'expected exactly one of decisionDefinitionKey and decisionDefinitionId' },
  )
export type EvaluateDecision = z.infer<typeof EvaluateDecision>

const MatchedRule = z.object({
  ruleId: z.string(),
  /** From 1. */
  ruleIndex: z.number().int(),
  evaluatedOutputs: z.array(
    z.object({ outputId: z.string(), outputName: z.string(), outputValue: z.string() }),
  ),
})

const EvaluatedDecision = z.object({
  decisionDefinitionId: z.string(),
  decisionDefinitionName: z.string(),
  decisionDefinitionType: z.string(),
  output: z.string(),
  tenantId: TenantId,
  matchedRules: z.array(MatchedRule),
  evaluatedInputs: z.array(z.object({ inputId: z.string(), inputName: z.string(), inputValue: z.string() })),
})
export type EvaluatedDecisionResult = z.infer<typeof EvaluatedDecision>

/** Outputs and values are JSON texts. Both failure fields are empty when the decision was made. */
const Evaluation = z
  .object({
    decisionDefinitionId: z.string(),
    decisionDefinitionName: z.string(),
    decisionDefinitionVersion: z.number().int(),
    decisionRequirementsId: z.string(),
    output: z.string(),
    failedDecisionDefinitionId: z.string(),
    failureMessage: z.string(),
    tenantId: TenantId,
    decisionDefinitionKey: V2Key,
    decisionRequirementsKey: V2Key,
    decisionEvaluationKey: V2Key,
    evaluatedDecisions: z.array(EvaluatedDecision),
  })
  .meta({ id: 'V2DecisionEvaluation' })
export type Evaluation = z.infer<typeof Evaluation>

export const evaluateDecision = operation({
  id: 'evaluateDecision',
  method: 'post',
  path: '/decision-definitions/evaluation',
  tag: 'Decision definition',
  summary: 'Make a deployed decision with these variables; nothing is kept of it',
  body: EvaluateDecision,
  answer: Evaluation,
})
