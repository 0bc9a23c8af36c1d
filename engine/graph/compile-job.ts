import type { Extension, FlowNode } from '../model/model.ts'
import type { Compiling } from './compiling.ts'
import { computed } from './compute.ts'
import { attribute, childrenNamed, findExtension } from './find-extension.ts'
import type { Computed, JobDefinition } from './process-graph.ts'

export const defaultRetries = '3'

/** zeebe:taskDefinition with zeebe:taskHeaders. Null when the element has none or a bad one (a bad one is reported). */
export function compileJob(node: FlowNode, at: Compiling): JobDefinition | null {
  const definition = findExtension(node, 'taskDefinition')
  if (definition === undefined) return null
  const typeText = attribute(definition, 'type')
  if (typeText === '') at.report(missingType(node))
  const type = computed(typeText, { element: node.id, what: 'task type' }, at)
  const retries = compileRetries(attribute(definition, 'retries') || defaultRetries, node.id, at)
  return type === null || retries === null
    ? null
    : { type, retries, headers: readHeaders(findExtension(node, 'taskHeaders')) }
}

export function compileRetries(text: string, element: string, at: Compiling): Computed | null {
  const retries = computed(text, { element, what: 'retries' }, at)
  if (retries?.kind !== 'fixed' || /^\d{1,6}$/.test(retries.text)) return retries
  at.report({
    code: 'bad_retries',
    element,
    message: `retries: expected a whole number, got "${text}".`,
    remedy: 'Write a number such as 3, or an expression.',
  })
  return null
}

export function readHeaders(taskHeaders: Extension | undefined): Readonly<Record<string, string>> {
  const headers: Record<string, string> = Object.create(null)
  for (const header of childrenNamed(taskHeaders, 'header')) {
    headers[attribute(header, 'key')] = attribute(header, 'value')
  }
  return headers
}

const missingType = (node: FlowNode) => ({
  code: 'missing_task_type',
  element: node.id,
  message: 'The task has no type, so no worker can take it.',
  remedy: 'Set the type of its task definition.',
})
