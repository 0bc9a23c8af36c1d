import type { Machine } from '../machine.ts'
import { childAt } from '../parse/syntax-node.ts'
import type { FeelValue } from '../values/feel-value.ts'
import type { Construct } from './unit.ts'

/** Three-valued logic: what is no boolean counts as unknown, and false decides a conjunction alone. */
export const compileConjunction: Construct = (node, scope, unit) => {
  const left = unit.compile(childAt(node, 0), scope)
  const right = unit.compile(childAt(node, -1), scope)
  return (machine, env) => {
    const a = left(machine, env)
    if (a === false) return false
    const b = right(machine, env)
    if (b === false) return false
    return a === true && b === true ? true : unknown(machine, 'and', a, b)
  }
}

/** As the conjunction, with true deciding alone. */
export const compileDisjunction: Construct = (node, scope, unit) => {
  const left = unit.compile(childAt(node, 0), scope)
  const right = unit.compile(childAt(node, -1), scope)
  return (machine, env) => {
    const a = left(machine, env)
    if (a === true) return true
    const b = right(machine, env)
    if (b === true) return true
    return a === false && b === false ? false : unknown(machine, 'or', a, b)
  }
}

function unknown(machine: Machine, operator: string, a: FeelValue, b: FeelValue): null {
  if (typeof a === 'boolean' || a === null) if (typeof b === 'boolean' || b === null) return null
  return machine.warn('feel_type', `Expected booleans on both sides of "${operator}"; null is used.`)
}
