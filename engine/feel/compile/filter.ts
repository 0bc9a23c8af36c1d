import { Env, type Machine } from '../machine.ts'
import { childAt } from '../parse/syntax-node.ts'
import type { FeelList, FeelValue } from '../values/feel-value.ts'
import { isList } from '../values/kind-of.ts'
import type { Code, Construct, Scope } from './unit.ts'

/**
 * `list[condition]` and `list[index]`. Which of the two is known only when it runs: a number at the first item is an
 * index. A single value is a list of one.
 */
export const compileFilter: Construct = (node, scope, unit) => {
  const source = unit.compile(childAt(node, 0), scope)
  const filterNode = childAt(node, 2)
  const inner: Scope = { name: 'item', kind: 'item', parent: scope }
  const filter = unit.compile(filterNode, inner)
  if (filterNode.type === 'NumericLiteral') {
    const index = Number(filterNode.text.replace(/\s+/g, ''))
    return (machine, env) => itemAt(asList(source(machine, env)), index)
  }
  return (machine, env) => runFilter(machine, env, asList(source(machine, env)), filter, filterNode.size)
}

const asList = (value: FeelValue): FeelList => (isList(value) ? value : value === null ? [] : [value])

/** Counted from 1, or from the end by negative numbers; null outside the list. */
function itemAt(list: FeelList, index: number): FeelValue {
  if (!Number.isInteger(index) || index === 0) return null
  return list.at(index > 0 ? index - 1 : index) ?? null
}

function runFilter(machine: Machine, env: Env | null, list: FeelList, filter: Code, size: number): FeelValue {
  const first = filter(machine, new Env(list[0] ?? null, env))
  if (typeof first === 'number') return itemAt(list, first)
  const kept: FeelValue[] = []
  for (let i = 0; i < list.length; i++) {
    machine.spend(size)
    const item = list[i] ?? null
    if ((i === 0 ? first : filter(machine, new Env(item, env))) === true) kept.push(item)
  }
  return kept
}
