import type { Machine } from '../machine.ts'
import { childAt } from '../parse/syntax-node.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { entryOf, isList, isRecord } from '../values/kind-of.ts'
import { propertyOf } from '../values/property-of.ts'
import type { Construct } from './unit.ts'

/** `a.b`: an entry of a context, a part of a temporal value or range, or that of each item of a list. */
export const compilePath: Construct = (node, scope, unit) => {
  const source = unit.compile(childAt(node, 0), scope)
  const name = unit.nameOf(childAt(node, -1))
  return (machine, env) => readPath(machine, source(machine, env), name)
}

function readPath(machine: Machine, value: FeelValue, name: string): FeelValue {
  if (isRecord(value)) {
    const entry = entryOf(value, name)
    if (entry !== undefined) return entry
    return machine.warn(
      'feel_no_variable',
      `Expected an entry "${name}" in the context, got none; null is used.`,
    )
  }
  if (isList(value)) {
    machine.spend(value.length * 3)
    return value.map((item) => readPath(machine, item, name))
  }
  return propertyOf(machine, value, name)
}
