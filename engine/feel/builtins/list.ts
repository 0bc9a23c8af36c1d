import type { Machine } from '../machine.ts'
import { compareValues } from '../values/compare-values.ts'
import { equalValues } from '../values/equal-values.ts'
import type { FeelFunction } from '../values/feel-function.ts'
import type { FeelList, FeelValue } from '../values/feel-value.ts'
import { isList } from '../values/kind-of.ts'
import { define, takes, takesFirstAndMany, takesMany } from './define.ts'
import { any, callable, list, optional } from './parameters.ts'

function hasItem(machine: Machine, items: FeelList, element: FeelValue): boolean {
  for (const item of items) {
    machine.spend(1)
    if (equalValues(machine, item, element) === true) return true
  }
  return false
}

function positionsOf(machine: Machine, items: FeelList, element: FeelValue): number[] {
  const found: number[] = []
  machine.spend(items.length)
  for (let i = 0; i < items.length; i++)
    if (equalValues(machine, items[i] ?? null, element) === true) found.push(i + 1)
  return found
}

function distinct(machine: Machine, items: FeelList): FeelValue[] {
  const seen = new Set<FeelValue>()
  const kept: FeelValue[] = []
  for (const item of items) {
    // Simple values are compared by hash; the others by one another.
    const isNew = item === null || typeof item !== 'object' ? !seen.has(item) : !hasItem(machine, kept, item)
    if (!isNew) continue
    seen.add(item)
    kept.push(item)
  }
  return kept
}

function flatten(machine: Machine, items: FeelList, into: FeelValue[] = []): FeelValue[] {
  for (const item of items) {
    machine.spend(2)
    if (isList(item)) flatten(machine, item, into)
    else into.push(item)
  }
  return into
}

function concatenate(machine: Machine, lists: readonly FeelList[]): FeelValue[] {
  machine.spend(lists.reduce((sum, items) => sum + items.length, 0))
  return lists.flat(1)
}

/** A stable merge sort by the given order; each comparison is a call and paid for as one. */
function sortBy(machine: Machine, items: FeelList, precedes: FeelFunction): FeelList {
  return items.slice().sort((a, b) => {
    if (precedes.call(machine, [a, b]) === true) return -1
    return precedes.call(machine, [b, a]) === true ? 1 : 0
  })
}

function sortAscending(machine: Machine, items: FeelList): FeelList | null {
  // A comparison of moments takes longer than one of numbers.
  machine.spend(items.length * 16 * (typeof items[0] === 'object' ? 8 : 1))
  if (items.some((item) => compareValues(item, items[0] ?? null) === null)) return null
  return items.slice().sort((a, b) => compareValues(a, b) ?? 0)
}

export const listBuiltins = [
  define('list contains', takes([list('list'), any('element')], hasItem)),
  define(
    'count',
    takes([list('list')], (_machine, items) => items.length),
  ),
  define('concatenate', takesMany(list('list'), concatenate)),
  define(
    'append',
    takesFirstAndMany(list('list'), any('item'), (_machine, items, added) => [...items, ...added]),
  ),
  define(
    'reverse',
    takes([list('list')], (_machine, items) => items.slice().reverse()),
  ),
  define('index of', takes([list('list'), any('match')], positionsOf)),
  define(
    'union',
    takesMany(list('list'), (machine, lists) => distinct(machine, concatenate(machine, lists))),
  ),
  define('distinct values', takes([list('list')], distinct)),
  define(
    'duplicate values',
    takes([list('list')], (machine, items) =>
      distinct(
        machine,
        items.filter((item) => positionsOf(machine, items, item).length > 1),
      ),
    ),
  ),
  define(
    'flatten',
    takes([list('list')], (machine, items) => flatten(machine, items)),
  ),
  define(
    'is empty',
    takes([list('list')], (_machine, items) => items.length === 0),
  ),
  define(
    'sort',
    takes([list('list'), optional(callable('precedes'))], (machine, items, precedes) =>
      precedes === undefined ? sortAscending(machine, items) : sortBy(machine, items, precedes),
    ),
  ),
]
