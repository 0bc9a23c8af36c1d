import { compileActions } from '../compile-throw-action.ts'
import type { ElementCompiler } from '../compiling.ts'

export const compileIntermediateThrowEvent: ElementCompiler = (place, at) => {
  const allowed = ['Message', 'Signal', 'Escalation', 'Compensate', 'Link'] as const
  const actions = compileActions(place, 'An intermediate throw event', allowed, at)
  return actions && { type: 'intermediateThrowEvent', actions }
}
