import type { Extension, FlowNode } from '../model/model.ts'
import { compileBinding } from './compile-binding.ts'
import type { Compiling } from './compiling.ts'
import { attribute, findExtension } from './find-extension.ts'
import type { FormReference } from './process-graph.ts'

const embeddedPrefix = 'camunda-forms:bpmn:'

/** zeebe:formDefinition of a user task or start event. Null without one, or when it was refused (reported). */
export function compileForm(node: FlowNode, at: Compiling): FormReference | null {
  const definition = findExtension(node, 'formDefinition')
  const formId = attribute(definition, 'formId')
  if (formId !== '') return { kind: 'id', formId, binding: compileBinding(definition, node.id, at) }
  const formKey = attribute(definition, 'formKey')
  if (formKey.startsWith(embeddedPrefix)) return embedded(formKey.slice(embeddedPrefix.length), node, at)
  const reference = attribute(definition, 'externalReference') || formKey
  if (reference !== '') return { kind: 'external', reference }
  if (definition !== undefined) at.report(emptyForm(node))
  return null
}

function embedded(id: string, node: FlowNode, at: Compiling): FormReference | null {
  const form = at.process.extensions.find((extension) => isForm(extension, id))
  if (form !== undefined && isJson(form.body)) return { kind: 'embedded', schema: form.body }
  at.report({
    code: 'missing_form',
    element: node.id,
    message:
      form === undefined ? `The diagram holds no form ${id}.` : `The form ${id} in the diagram is not JSON.`,
    remedy: 'Link the form again, or deploy it as a file and use its id.',
  })
  return null
}

const isForm = (extension: Extension, id: string): boolean =>
  extension.vocabulary === 'zeebe' && extension.name === 'userTaskForm' && attribute(extension, 'id') === id

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const emptyForm = (node: FlowNode) => ({
  code: 'missing_form',
  element: node.id,
  message: 'The form definition names no form.',
  remedy: 'Set the form id, or remove the form definition.',
})
