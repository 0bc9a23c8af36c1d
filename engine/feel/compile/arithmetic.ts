import type { Machine } from '../machine.ts'
import { childAt } from '../parse/syntax-node.ts'
import { addValues, divideValues, finite, multiplyValues, subtractValues } from '../values/arithmetic.ts'
import { DaysTimeDuration } from '../values/days-time-duration.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { kindOf } from '../values/kind-of.ts'
import { payForZone } from '../values/pay-for-zone.ts'
import { YearsMonthsDuration } from '../values/years-months-duration.ts'
import type { Code, Construct } from './unit.ts'

/** `a + b`, `a - b`, `a * b`, `a / b`, `a ** b`, `-a`. */
export const compileArithmetic: Construct = (node, scope, unit) => {
  if (node.children.length === 2) return negation(unit.compile(childAt(node, 1), scope))
  const left = unit.compile(childAt(node, 0), scope)
  const right = unit.compile(childAt(node, 2), scope)
  const operation = OPERATIONS.get(childAt(node, 1).text)
  if (operation === undefined) throw new Error(`no arithmetic for ${childAt(node, 1).text}`)
  return operation(left, right)
}

// One closure per operator, so that each stays monomorphic and two numbers meet no indirection.
const OPERATIONS = new Map<string, (left: Code, right: Code) => Code>([
  [
    '+',
    (left, right) => (machine, env) => {
      const a = left(machine, env)
      const b = right(machine, env)
      if (typeof a === 'number' && typeof b === 'number') return finite(a + b)
      return orWarning(machine, '+', a, b, addValues(machine, a, b))
    },
  ],
  [
    '-',
    (left, right) => (machine, env) => {
      const a = left(machine, env)
      const b = right(machine, env)
      if (typeof a === 'number' && typeof b === 'number') return finite(a - b)
      return orWarning(machine, '-', a, b, subtractValues(a, b))
    },
  ],
  [
    '*',
    (left, right) => (machine, env) => {
      const a = left(machine, env)
      const b = right(machine, env)
      if (typeof a === 'number' && typeof b === 'number') return finite(a * b)
      return orWarning(machine, '*', a, b, multiplyValues(a, b))
    },
  ],
  [
    '/',
    (left, right) => (machine, env) => {
      const a = left(machine, env)
      const b = right(machine, env)
      return orWarning(machine, '/', a, b, divideValues(a, b))
    },
  ],
  ['**', power],
  ['^', power],
])

function power(left: Code, right: Code): Code {
  return (machine, env) => {
    const a = left(machine, env)
    const b = right(machine, env)
    if (typeof a === 'number' && typeof b === 'number') return finite(a ** b)
    return orWarning(machine, '**', a, b, null)
  }
}

const negation =
  (operand: Code): Code =>
  (machine, env) => {
    const value = operand(machine, env)
    if (typeof value === 'number') return 0 - value
    if (value instanceof DaysTimeDuration) return DaysTimeDuration.of(-value.nanos)
    if (value instanceof YearsMonthsDuration) return YearsMonthsDuration.of(-value.months)
    return machine.warn(
      'feel_type',
      `Expected a number or duration after "-", got ${kindOf(value)}; null is used.`,
    )
  }

function orWarning(
  machine: Machine,
  operator: string,
  a: FeelValue,
  b: FeelValue,
  result: FeelValue,
): FeelValue {
  // Of all values only numbers are added in one instruction.
  if (typeof result === 'object' && result !== null) machine.spend(12)
  payForZone(machine, result)
  if (result !== null || machine.context.warnings === undefined) return result
  return machine.warn(
    'feel_type',
    `Expected values for "${operator}", got ${kindOf(a)} and ${kindOf(b)}; null is used.`,
  )
}
