import { compileBinding } from '../compile-binding.ts'
import type { ElementCompiler } from '../compiling.ts'
import { computed } from '../compute.ts'
import { attribute, findExtension } from '../find-extension.ts'

export const compileCallActivity: ElementCompiler = ({ node }, at) => {
  const called = findExtension(node, 'calledElement')
  const text =
    attribute(called, 'processIdExpression') || attribute(called, 'processId') || node.calledElement
  if (text === '') {
    at.report({
      code: 'missing_called_process',
      element: node.id,
      message: 'The call activity does not say which process it calls.',
      remedy: 'Set the id of the called process.',
    })
  }
  const processId = computed(text, { element: node.id, what: 'called process' }, at)
  const binding = compileBinding(called, node.id, at)
  if (processId === null) return null
  return {
    type: 'callActivity',
    processId,
    binding,
    propagateAllParentVariables: attribute(called, 'propagateAllParentVariables') !== 'false',
    propagateAllChildVariables: attribute(called, 'propagateAllChildVariables') !== 'false',
  }
}
