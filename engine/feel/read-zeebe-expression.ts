import { ok, type Result } from '../result.ts'
import { compileExpression } from './compile-expression.ts'
import type { CompileOptions, FeelExpression, FeelProblem } from './feel-expression.ts'

/** What an attribute of the zeebe namespace holds. */
export type ZeebeValue =
  | { readonly kind: 'static'; readonly text: string }
  | { readonly kind: 'feel'; readonly expression: FeelExpression }

/** Reads a zeebe attribute: what starts with `=` is FEEL, anything else stands for itself. */
export function readZeebeExpression(
  text: string,
  options: CompileOptions = {},
): Result<ZeebeValue, FeelProblem> {
  const trimmed = text.trimStart()
  if (!trimmed.startsWith('=')) return ok({ kind: 'static', text })
  const compiled = compileExpression(trimmed.slice(1), options)
  return compiled.ok ? ok({ kind: 'feel', expression: compiled.value }) : compiled
}
