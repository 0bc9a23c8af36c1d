import { childAt } from '../parse/syntax-node.ts'
import { compareValues } from '../values/compare-values.ts'
import { FeelRange } from '../values/feel-range.ts'
import type { Construct } from './unit.ts'

/** `[a..b]`, `(a..b)`, `]a..b[`. Ends that have no order, or the wrong one, make no range. */
export const compileInterval: Construct = (node, scope, unit) => {
  const startIncluded = childAt(node, 0).text === '['
  const endIncluded = childAt(node, -1).text === ']'
  const start = unit.compile(childAt(node, 1), scope)
  const end = unit.compile(childAt(node, 3), scope)
  return (machine, env) => {
    const low = start(machine, env)
    const high = end(machine, env)
    if (compareValues(low, high) === null)
      return machine.warn('feel_type', 'Expected range ends of one type; null is used.')
    return new FeelRange(low, high, startIncluded, endIncluded)
  }
}

/** `> 5` as a value is the range with one end open; a range in its place stands for itself. */
export const compileOpenRange: Construct = (node, scope, unit) => {
  const operator = childAt(node, 0)
  if (operator.type !== 'CompareOp') return unit.compile(operator, scope)
  const end = unit.compile(childAt(node, 1), scope)
  return (machine, env) => openRange(operator.text, end(machine, env))
}

function openRange(operator: string, end: Parameters<typeof compareValues>[0]): FeelRange | null {
  if (end === null) return null
  const included = operator.includes('=')
  if (operator === '=' || operator === '!=') return new FeelRange(end, end, true, true, operator)
  return operator.startsWith('>')
    ? new FeelRange(end, null, included, false)
    : new FeelRange(null, end, false, included)
}
