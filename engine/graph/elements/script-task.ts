import type { FlowNode } from '../../model/model.ts'
import { compileJob } from '../compile-job.ts'
import type { Compiling, ElementCompiler, OwnPart } from '../compiling.ts'
import { feel } from '../compute.ts'
import { attribute, findExtension } from '../find-extension.ts'
import { variableName } from '../variable-name.ts'

export const compileScriptTask: ElementCompiler = ({ node }, at) => {
  const script = findExtension(node, 'script')
  if (script !== undefined) {
    return compileFeel(attribute(script, 'expression'), attribute(script, 'resultVariable'), node, at)
  }
  if (findExtension(node, 'taskDefinition') !== undefined) {
    const job = compileJob(node, at)
    return job === null ? null : { type: 'scriptTask', script: { kind: 'job', job } }
  }
  return compileInnerScript(node, at)
}

/** The standard's own `script` child has nowhere to put its result but a `resultVariable` attribute of a vendor. */
function compileInnerScript(node: FlowNode, at: Compiling): OwnPart | null {
  const result = node.foreignAttributes.find(({ name }) => name === 'resultVariable')?.value ?? ''
  if (node.script === null) at.report(missingScript(node))
  else if (!/^(feel)?$/i.test(node.script.format)) at.report(notFeel(node, node.script.format))
  else {
    const text = node.script.text
    return compileFeel(text.startsWith('=') ? text : `=${text}`, result, node, at)
  }
  return null
}

function compileFeel(text: string, resultVariable: string, node: FlowNode, at: Compiling): OwnPart | null {
  if (resultVariable === '') at.report(missingResult(node))
  else variableName(resultVariable, { element: node.id, what: 'resultVariable' }, at)
  const expression = feel(text, { element: node.id, what: 'script' }, at)
  return expression === null
    ? null
    : { type: 'scriptTask', script: { kind: 'feel', expression, resultVariable } }
}

const missingScript = (node: FlowNode) => ({
  code: 'missing_script',
  element: node.id,
  message: 'The script task has neither a FEEL expression nor a task type.',
  remedy: 'Set its FEEL expression and result variable, or a task type for a worker.',
})

const notFeel = (node: FlowNode, format: string) => ({
  code: 'unsupported_script',
  element: node.id,
  message: `Scripts in ${format} are not run: a diagram holds no program code.`,
  remedy: 'Rewrite it as a FEEL expression, or give the task a type and let a worker do it.',
})

const missingResult = (node: FlowNode) => ({
  code: 'missing_result_variable',
  element: node.id,
  message: 'The script task does not say which variable takes its result.',
  remedy: 'Set its result variable.',
})
