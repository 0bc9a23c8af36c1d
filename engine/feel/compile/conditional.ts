import { childAt } from '../parse/syntax-node.ts'
import type { Construct } from './unit.ts'

/** `if a then b else c`: anything but true takes the second way. */
export const compileIf: Construct = (node, scope, unit) => {
  const condition = unit.compile(childAt(node, 1), scope)
  const yes = unit.compile(childAt(node, 3), scope)
  const no = unit.compile(childAt(node, 5), scope)
  return (machine, env) => (condition(machine, env) === true ? yes(machine, env) : no(machine, env))
}
