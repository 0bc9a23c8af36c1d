import { fail, ok, type Result } from '../result.ts'
import { builtinNames } from './builtins/all-builtins.ts'
import { anyOf } from './compile/in.ts'
import { newUnit } from './compile/new-unit.ts'
import { bind, type Code, type Unit } from './compile/unit.ts'
import { problemsAsValues } from './compile-expression.ts'
import type {
  CompileOptions,
  FeelContext,
  FeelFailure,
  FeelProblem,
  FeelUnaryTests,
  VariableLookup,
} from './feel-expression.ts'
import { failureOf } from './feel-stop.ts'
import { Env, Machine } from './machine.ts'
import { nameTracker } from './parse/name-tracker.ts'
import { parseTree } from './parse/parse-tree.ts'
import { childAt, childOf, type SyntaxNode } from './parse/syntax-node.ts'
import type { FeelValue } from './values/feel-value.ts'

const TOP = bind('?', null)

/**
 * Compiles a decision table's input entry: `> 5`, `"a", "b"`, `[1..5)`, `not(null)`, `-`, or a condition on `?`.
 * @returns the tests, or the first problem with its position
 */
export function compileUnaryTests(
  text: string,
  options: CompileOptions = {},
): Result<FeelUnaryTests, FeelProblem> {
  return problemsAsValues(() => {
    const { code, unit } = compileTestsCode(text, options)
    return {
      text,
      references: [...unit.references],
      test: (input, lookup, context) => run(code, input, lookup, context),
    }
  })
}

/** The closure of unary tests on the innermost local variable. @throws CompileStop */
export function compileTestsCode(
  text: string,
  options: CompileOptions,
): { code: Code; unit: Unit; size: number } {
  const tree = parseTree(text, 'UnaryTests', nameTracker(text, options, builtinNames))
  const unit = newUnit(options)
  return { code: compileTests(tree, unit), unit, size: tree.size }
}

function compileTests(tree: SyntaxNode, unit: Unit): Code {
  const first = childAt(tree, 0)
  if (first.type === 'Wildcard') return () => true
  const tests = childOf(tree, 'PositiveUnaryTests')
  if (tests === undefined) throw new Error(`UnaryTests without tests: ${tree.text}`)
  const any = anyOf(tests.children, TOP, unit)
  return first.type === 'not' ? negated(any) : any
}

const negated =
  (code: Code): Code =>
  (machine, env) => {
    const passed = code(machine, env)
    return passed === null ? null : !passed
  }

function run(
  code: Code,
  input: FeelValue,
  lookup: VariableLookup,
  context: FeelContext,
): Result<boolean, FeelFailure> {
  const machine = new Machine(lookup, context)
  try {
    return ok(code(machine, new Env(input, null)) === true)
  } catch (thrown) {
    return fail(failureOf(thrown))
  }
}
