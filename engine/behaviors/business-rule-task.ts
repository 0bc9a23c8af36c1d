import type { Decision } from '../dmn/index.ts'
import { toJson } from '../feel/index.ts'
import type { Binding, Computed } from '../graph/process-graph.ts'
import { noVariables } from '../json.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from '../step/execution.ts'
import { offerJob } from '../step/offer-job.ts'
import { Stuck } from '../step/stuck.ts'
import { accept, computeText, lookupFrom } from '../step/variables.ts'
import type { Behavior } from './behavior.ts'

/** Evaluates a deployed decision into its result variable [BR1], or offers a job. */
export const businessRuleTask: Behavior<'businessRuleTask'> = {
  rests: true,
  enter(x, instance, { rule }) {
    if (rule.kind === 'job') return offerJob(x, instance, rule.job)
    const lookup = lookupFrom(x, instance)
    const decision = findDecision(x, instance, rule.decisionId, rule.binding)
    const result = decision.evaluate(lookup, x.context)
    if (!result.ok)
      throw new Stuck('DECISION_EVALUATION_ERROR', `decision '${decision.id}': ${result.error.message}`)
    const made = noVariables()
    made[rule.resultVariable] = toJson(result.value.output)
    const matchedRules = result.value.matchedRules.map((matched) => matched.ruleIndex)
    x.emit({ type: 'decisionEvaluated', key: instance.key, decisionId: decision.id, matchedRules })
    accept(x, instance, made)
    return 'done'
  },
}

function findDecision(x: Execution, instance: ElementInstance, id: Computed, binding: Binding): Decision {
  const decisionId = computeText(x, 'a decision id', id, lookupFrom(x, instance))
  const decision = x.context.findDecision(decisionId, binding)
  if (decision) return decision
  throw new Stuck('CALLED_DECISION_ERROR', `no decision '${decisionId}' is deployed: deploy it, then retry`)
}
