/**
 * The door for a language that embeds FEEL (engine/dmn): many expressions run on one machine, so that together they pay
 * from one tank of fuel and see one clock.
 */
import type { Result } from '../result.ts'
import { compileCode, problemsAsValues } from './compile-expression.ts'
import { compileTestsCode } from './compile-unary-tests.ts'
import type { CompileOptions, FeelProblem, VariableLookup } from './feel-expression.ts'
import { Env, type Machine } from './machine.ts'
import type { FeelValue } from './values/feel-value.ts'

/** An expression to be run on a machine with the variables of a place. */
export interface EmbeddedExpression {
  readonly references: readonly string[]
  run(machine: Machine, lookup: VariableLookup): FeelValue
}

/** Unary tests likewise; null when undecidable. */
export interface EmbeddedTests {
  readonly references: readonly string[]
  run(machine: Machine, lookup: VariableLookup, input: FeelValue): FeelValue
}

export function embedExpression(
  text: string,
  options: CompileOptions,
): Result<EmbeddedExpression, FeelProblem> {
  return problemsAsValues(() => {
    const { code, unit, size } = compileCode(text, options)
    return {
      references: [...unit.references],
      run: (machine, lookup) => within(machine, lookup, size, () => code(machine, null)),
    }
  })
}

export function embedTests(text: string, options: CompileOptions): Result<EmbeddedTests, FeelProblem> {
  return problemsAsValues(() => {
    const { code, unit, size } = compileTestsCode(text, options)
    return {
      references: [...unit.references],
      run: (machine, lookup, input) =>
        within(machine, lookup, size, () => code(machine, new Env(input, null))),
    }
  })
}

/** Runs with other variables and puts the caller's back. A model may have many texts, so each pays for its size. */
function within<T>(machine: Machine, lookup: VariableLookup, size: number, run: () => T): T {
  const outer = machine.lookup
  machine.lookup = lookup
  machine.spend(size)
  try {
    return run()
  } finally {
    machine.lookup = outer
  }
}

export { walkValue } from './compile/iteration.ts'
export { failureOf } from './feel-stop.ts'
export { Machine } from './machine.ts'
export { addValues } from './values/arithmetic.ts'
export { compareValues } from './values/compare-values.ts'
export { equalValues } from './values/equal-values.ts'
export type { NamedArguments } from './values/feel-function.ts'
export { ANY, builtinType, coerceTo, type FeelType } from './values/feel-type.ts'
export { admit, entryOf, isList, isRecord, recordOf } from './values/kind-of.ts'
export { payForSize } from './values/pay-for-size.ts'
export { describeValue } from './values/text-of.ts'
