import type { FeelDoubt } from '../feel-expression.ts'
import type { Machine } from '../machine.ts'
import { childAt, childOf, type SyntaxNode } from '../parse/syntax-node.ts'
import { compareValues, payForComparison } from '../values/compare-values.ts'
import { equalValues } from '../values/equal-values.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { kindOf } from '../values/kind-of.ts'
import { compileIn } from './in.ts'
import type { Code, Construct } from './unit.ts'

/** `a < b`, `a = b`, `a between b and c`, `a in b`. */
export const compileComparison: Construct = (node, scope, unit) => {
  if (childOf(node, 'between') !== undefined) return compileBetween(node, scope, unit)
  if (childOf(node, 'in') !== undefined) return compileIn(node, scope, unit)
  const left = unit.compile(childAt(node, 0), scope)
  const right = unit.compile(childAt(node, 2), scope)
  unit.doubts.push(...doubtsAbout(node))
  return comparison(childAt(node, 1), left, right)
}

/**
 * `a == 1` is FEEL: `a` is compared with the range `= 1`, which is null whatever `a` is. Who wants to compare with a range
 * puts it in brackets.
 */
function doubtsAbout(node: SyntaxNode): FeelDoubt[] {
  const operator = childAt(node, 1)
  let written = operator.text
  for (let right = childAt(node, 2); isOpenRange(right); right = childAt(right, 1))
    written += childAt(right, 0).text
  return written === operator.text ? [] : [{ written, position: operator.from }]
}

/** A range in brackets stands in such a node too, without an operator. */
const isOpenRange = (node: SyntaxNode): boolean =>
  node.type === 'SimplePositiveUnaryTest' && childAt(node, 0).type === 'CompareOp'

function comparison(operator: SyntaxNode, left: Code, right: Code): Code {
  const build = COMPARISONS.get(operator.text)
  if (build === undefined) throw new Error(`no comparison for ${operator.text}`)
  return build(left, right)
}

// One closure per operator: two numbers are compared without a call.
const COMPARISONS = new Map<string, (left: Code, right: Code) => Code>([
  [
    '=',
    (left, right) => (machine, env) => {
      const a = left(machine, env)
      const b = right(machine, env)
      return a === b ? true : equalValues(machine, a, b)
    },
  ],
  [
    '!=',
    (left, right) => (machine, env) => {
      const a = left(machine, env)
      const b = right(machine, env)
      const equal = a === b ? true : equalValues(machine, a, b)
      return equal === null ? null : !equal
    },
  ],
  [
    '<',
    (left, right) => (machine, env) => {
      const a = left(machine, env)
      const b = right(machine, env)
      if (typeof a === 'number' && typeof b === 'number') return a < b
      const order = orderOf(machine, a, b)
      return order === null ? null : order < 0
    },
  ],
  [
    '<=',
    (left, right) => (machine, env) => {
      const a = left(machine, env)
      const b = right(machine, env)
      if (typeof a === 'number' && typeof b === 'number') return a <= b
      const order = orderOf(machine, a, b)
      return order === null ? null : order <= 0
    },
  ],
  [
    '>',
    (left, right) => (machine, env) => {
      const a = left(machine, env)
      const b = right(machine, env)
      if (typeof a === 'number' && typeof b === 'number') return a > b
      const order = orderOf(machine, a, b)
      return order === null ? null : order > 0
    },
  ],
  [
    '>=',
    (left, right) => (machine, env) => {
      const a = left(machine, env)
      const b = right(machine, env)
      if (typeof a === 'number' && typeof b === 'number') return a >= b
      const order = orderOf(machine, a, b)
      return order === null ? null : order >= 0
    },
  ],
])

function orderOf(machine: Machine, a: FeelValue, b: FeelValue): number | null {
  payForComparison(machine, a, b)
  const order = compareValues(a, b)
  if (order !== null || machine.context.warnings === undefined) return order
  return machine.warn(
    'feel_type',
    `Expected comparable values, got ${kindOf(a)} and ${kindOf(b)}; null is used.`,
  )
}

const compileBetween: Construct = (node, scope, unit) => {
  const value = unit.compile(childAt(node, 0), scope)
  const low = unit.compile(childAt(node, 2), scope)
  const high = unit.compile(childAt(node, 4), scope)
  return (machine, env) => {
    const v = value(machine, env)
    const atLeast = orderOf(machine, v, low(machine, env))
    const atMost = orderOf(machine, v, high(machine, env))
    return atLeast === null || atMost === null ? null : atLeast >= 0 && atMost <= 0
  }
}
