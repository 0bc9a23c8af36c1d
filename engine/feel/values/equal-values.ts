import type { Machine } from '../machine.ts'
import { compareValues, payForComparison } from './compare-values.ts'
import { FeelFunction } from './feel-function.ts'
import { FeelRange } from './feel-range.ts'
import type { FeelList, FeelRecord, FeelValue } from './feel-value.ts'
import { entryOf, isList, isRecord, kindOf } from './kind-of.ts'

/** Equality of two values; null when their types differ and neither is null. Costs a step per item or entry. */
export function equalValues(machine: Machine, a: FeelValue, b: FeelValue): boolean | null {
  if (a === b) return true
  if (a === null || b === null) return kindOf(a) === 'null' && kindOf(b) === 'null'
  if (typeof a === 'string') payForComparison(machine, a, b)
  if (typeof a !== 'object') return typeof a === typeof b ? false : null
  if (typeof b !== 'object') return null
  if (isList(a)) return isList(b) ? equalLists(machine, a, b) : null
  if (a instanceof FeelRange) return b instanceof FeelRange ? equalRanges(machine, a, b) : null
  if (a instanceof FeelFunction) return b instanceof FeelFunction ? false : null
  if (isRecord(a)) return isRecord(b) ? equalRecords(machine, a, b) : null
  payForComparison(machine, a, b)
  const order = compareValues(a, b)
  return order === null ? (kindOf(a) === kindOf(b) ? false : null) : order === 0
}

function equalLists(machine: Machine, a: FeelList, b: FeelList): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) {
    machine.spend(1)
    if (equalValues(machine, a[i] ?? null, b[i] ?? null) !== true) return false
  }
  return true
}

function equalRecords(machine: Machine, a: FeelRecord, b: FeelRecord): boolean {
  const names = Object.keys(a)
  const others = Object.keys(b)
  // Listing names is work too, whatever comes of it.
  machine.spend(4 + names.length + others.length)
  if (names.length !== others.length) return false
  for (const name of names) {
    machine.spend(3)
    const other = entryOf(b, name)
    if (other === undefined || equalValues(machine, entryOf(a, name) ?? null, other) !== true) return false
  }
  return true
}

function equalRanges(machine: Machine, a: FeelRange, b: FeelRange): boolean {
  if (a.startIncluded !== b.startIncluded || a.endIncluded !== b.endIncluded || a.point !== b.point)
    return false
  return equalValues(machine, a.start, b.start) === true && equalValues(machine, a.end, b.end) === true
}
