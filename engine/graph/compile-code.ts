import type { ErrorDeclaration, FlowNode } from '../model/model.ts'
import type { Compiling } from './compiling.ts'
import { computed } from './compute.ts'
import type { ErrorDefinition } from './process-graph.ts'

/** What a catching error or escalation event catches: everything without a code. Null when it was refused (reported). */
export function compileCode(
  node: FlowNode,
  declared: ErrorDeclaration | undefined,
  what: string,
  at: Compiling,
): ErrorDefinition | null {
  const code = declared?.code ?? ''
  if (code === '') return { code: null }
  const value = computed(code, { element: node.id, what }, at)
  return value && { code: value }
}
