import { fail, ok, type Result } from '../result.ts'
import { builtinNames } from './builtins/all-builtins.ts'
import { CompileStop } from './compile/compile-stop.ts'
import { newUnit } from './compile/new-unit.ts'
import type { Code, Unit } from './compile/unit.ts'
import type {
  CompileOptions,
  FeelContext,
  FeelExpression,
  FeelFailure,
  FeelProblem,
  VariableLookup,
} from './feel-expression.ts'
import { failureOf } from './feel-stop.ts'
import { Machine } from './machine.ts'
import { nameTracker } from './parse/name-tracker.ts'
import { parseTree } from './parse/parse-tree.ts'
import type { FeelValue } from './values/feel-value.ts'
import { payForSize } from './values/pay-for-size.ts'

/**
 * Compiles an expression once, to be evaluated often.
 * @param options.names variables whose names hold blanks or operators; single words need no telling
 * @returns the expression, or the first problem with its position
 */
export function compileExpression(
  text: string,
  options: CompileOptions = {},
): Result<FeelExpression, FeelProblem> {
  return problemsAsValues(() => {
    const { code, unit } = compileCode(text, options)
    const references = [...unit.references]
    return {
      text,
      references,
      constant: references.length === 0 && !unit.impure,
      doubts: unit.doubts,
      evaluate: (lookup, context) => run(code, lookup, context),
    }
  })
}

/** The closure of an expression. @throws CompileStop */
export function compileCode(text: string, options: CompileOptions): { code: Code; unit: Unit; size: number } {
  const tree = parseTree(text, 'Expression', nameTracker(text, options, builtinNames))
  const unit = newUnit(options)
  return { code: unit.compile(tree, null), unit, size: tree.size }
}

/** A compilation's early end as a value; everything else is a bug and thrown on. */
export function problemsAsValues<T>(compile: () => T): Result<T, FeelProblem> {
  try {
    return ok(compile())
  } catch (thrown) {
    if (thrown instanceof CompileStop) return fail(thrown.problem)
    throw thrown
  }
}

function run(code: Code, lookup: VariableLookup, context: FeelContext): Result<FeelValue, FeelFailure> {
  const machine = new Machine(lookup, context)
  try {
    const value = code(machine, null)
    if (typeof value === 'object' && value !== null) payForSize(machine, value)
    return ok(value)
  } catch (thrown) {
    return fail(failureOf(thrown))
  }
}
