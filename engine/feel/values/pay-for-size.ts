import type { Machine } from '../machine.ts'
import type { FeelValue } from './feel-value.ts'
import { isList, isRecord } from './kind-of.ts'

/**
 * Pays for each item and entry of a result. Parts may be shared: thirty lines of `b: [a, a], c: [b, b]` make a value
 * that is small here and endless once it is written out.
 */
export function payForSize(machine: Machine, value: FeelValue): void {
  if (isList(value)) {
    machine.spend(value.length)
    for (const item of value) if (typeof item === 'object') payForSize(machine, item)
  } else if (isRecord(value)) {
    for (const name of Object.keys(value)) {
      machine.spend(1)
      const entry = value[name]
      if (typeof entry === 'object') payForSize(machine, entry)
    }
  }
}
