import type { Machine } from '../machine.ts'
import { equalValues } from './equal-values.ts'
import { FeelRange } from './feel-range.ts'
import type { FeelValue } from './feel-value.ts'
import { isList } from './kind-of.ts'
import { rangeContains } from './range-contains.ts'

/**
 * Whether a value passes a test given as a value: it lies in the range, is an item of the list (or passes a range in
 * it), or equals the value. Null when undecidable.
 */
export function passesTest(machine: Machine, value: FeelValue, test: FeelValue): boolean | null {
  if (test instanceof FeelRange) {
    return value instanceof FeelRange ? equalValues(machine, value, test) : rangeContains(test, value)
  }
  if (!isList(test)) return equalValues(machine, value, test)
  if (isList(value) && equalValues(machine, value, test) === true) return true
  for (const item of test) {
    machine.spend(1)
    if (
      item instanceof FeelRange
        ? rangeContains(item, value) === true
        : equalValues(machine, value, item) === true
    )
      return true
  }
  return false
}
