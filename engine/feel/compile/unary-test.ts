import type { Machine } from '../machine.ts'
import { childAt, type SyntaxNode } from '../parse/syntax-node.ts'
import { compareValues } from '../values/compare-values.ts'
import { equalValues } from '../values/equal-values.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { passesTest } from '../values/passes-test.ts'
import type { Code, Scope, Unit } from './unit.ts'
import { readLocal } from './variable.ts'

const input = readLocal(0)

/** One test of the value `?`, which is the innermost local variable. */
export function compileTest(node: SyntaxNode, scope: Scope, unit: Unit): Code {
  const inner = unwrap(node)
  const operator = inner.type === 'SimplePositiveUnaryTest' ? childAt(inner, 0) : undefined
  if (operator?.type === 'CompareOp')
    return operatorTest(operator.text, unit.compile(childAt(inner, 1), scope))
  const code = unit.compile(inner, scope)
  if (operator?.type === 'Interval') return rangeTest(code)
  return mentionsInput(inner) ? booleanTest(code) : valueTest(code)
}

function unwrap(node: SyntaxNode): SyntaxNode {
  if (node.type === 'PositiveUnaryTest') return unwrap(childAt(node, 0))
  if (node.type === 'ParenthesizedExpression') {
    const inside = childAt(node, 1)
    return inside.type === 'SimplePositiveUnaryTest' ? inside : node
  }
  return node
}

/** A test that mentions `?` is itself the answer. */
const mentionsInput = (node: SyntaxNode): boolean => node.type === '?' || node.children.some(mentionsInput)

const booleanTest =
  (code: Code): Code =>
  (machine, env) => {
    const value = code(machine, env)
    return typeof value === 'boolean' ? value : passesTest(machine, input(machine, env), value)
  }

const valueTest =
  (code: Code): Code =>
  (machine, env) =>
    passesTest(machine, input(machine, env), code(machine, env))

/** An interval without an end, or with ends of different types, decides nothing. */
const rangeTest =
  (code: Code): Code =>
  (machine, env) => {
    const range = code(machine, env)
    return range === null ? null : passesTest(machine, input(machine, env), range)
  }

type Test = (machine: Machine, value: FeelValue, operand: FeelValue) => boolean | null

const not = (value: boolean | null): boolean | null => (value === null ? null : !value)

const ordered =
  (accept: (order: number) => boolean): Test =>
  (_machine, value, operand) => {
    const order = compareValues(value, operand)
    return order === null ? null : accept(order)
  }

const TESTS = new Map<string, Test>([
  ['<', ordered((order) => order < 0)],
  ['<=', ordered((order) => order <= 0)],
  ['>', ordered((order) => order > 0)],
  ['>=', ordered((order) => order >= 0)],
  ['=', equalValues],
  ['!=', (machine, value, operand) => not(equalValues(machine, value, operand))],
])

function operatorTest(operator: string, operand: Code): Code {
  const test = TESTS.get(operator)
  if (test === undefined) throw new Error(`no test for ${operator}`)
  return (machine, env) => test(machine, input(machine, env), operand(machine, env))
}
