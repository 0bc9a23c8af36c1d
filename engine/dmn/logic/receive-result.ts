import { coerceTo, type FeelType } from '../../feel/embedding.ts'
import type { Logic } from './logic.ts'

/** Logic whose result has to be of a type: coerced as the standard allows, null otherwise. */
export const receiveResult =
  (logic: Logic, type: FeelType): Logic =>
  (machine, lookup, trace) => {
    const value = coerceTo(machine, logic(machine, lookup, trace), type)
    return value === undefined
      ? machine.warn('feel_type', 'Expected a result of the declared type; null is used.')
      : value
  }
