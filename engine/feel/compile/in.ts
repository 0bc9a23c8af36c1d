import { Env } from '../machine.ts'
import { childAt, childOf, type SyntaxNode } from '../parse/syntax-node.ts'
import { compileTest } from './unary-test.ts'
import { bind, type Code, type Construct, type Scope, type Unit } from './unit.ts'

/** `a in b` and `a in (b, c)`: the tests see the value as `?`. */
export const compileIn: Construct = (node, scope, unit) => {
  const value = unit.compile(childAt(node, 0), scope)
  const test = anyOf(testsOf(node), bind('?', scope), unit)
  return (machine, env) => test(machine, new Env(value(machine, env), env))
}

function testsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return childOf(node, 'PositiveUnaryTests')?.children ?? [childAt(node, -1)]
}

/** True when one test passes, null when none does and one is undecidable. */
export function anyOf(tests: readonly SyntaxNode[], scope: Scope, unit: Unit): Code {
  const codes = tests.map((test) => compileTest(test, scope, unit))
  const only = codes[0]
  if (codes.length === 1 && only !== undefined) return only
  return (machine, env) => {
    let undecided = false
    for (const code of codes) {
      const passed = code(machine, env)
      if (passed === true) return true
      if (passed === null) undecided = true
    }
    return undecided ? null : false
  }
}
