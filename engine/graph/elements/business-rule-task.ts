import type { Extension, FlowNode } from '../../model/model.ts'
import { compileBinding } from '../compile-binding.ts'
import { compileJob } from '../compile-job.ts'
import type { Compiling, ElementCompiler, OwnPart } from '../compiling.ts'
import { computed } from '../compute.ts'
import { attribute, findExtension } from '../find-extension.ts'
import { variableName } from '../variable-name.ts'

export const compileBusinessRuleTask: ElementCompiler = ({ node }, at) => {
  const called = findExtension(node, 'calledDecision')
  if (called !== undefined) return compileDecision(called, node, at)
  if (findExtension(node, 'taskDefinition') === undefined) {
    at.report(missing('missing_decision', node, 'It calls no decision and has no task type', 'decision id'))
  }
  const job = compileJob(node, at)
  return job === null ? null : { type: 'businessRuleTask', rule: { kind: 'job', job } }
}

function compileDecision(called: Extension, node: FlowNode, at: Compiling): OwnPart | null {
  const id = attribute(called, 'decisionId')
  if (id === '') at.report(missing('missing_decision', node, 'The called decision has no id', 'decision id'))
  const decisionId = computed(id, { element: node.id, what: 'decision id' }, at)
  const resultVariable = attribute(called, 'resultVariable')
  if (resultVariable === '') {
    at.report(missing('missing_result_variable', node, 'No variable takes the result', 'result variable'))
  } else variableName(resultVariable, { element: node.id, what: 'resultVariable' }, at)
  const binding = compileBinding(called, node.id, at)
  if (decisionId === null) return null
  return { type: 'businessRuleTask', rule: { kind: 'decision', decisionId, resultVariable, binding } }
}

const missing = (code: string, node: FlowNode, message: string, setting: string) => ({
  code,
  element: node.id,
  message: `${message}.`,
  remedy: `Set the ${setting} of the business rule task.`,
})
