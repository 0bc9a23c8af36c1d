import type { Machine } from '../machine.ts'
import type { FeelValue } from './feel-value.ts'

/** Arguments by parameter name. */
export type NamedArguments = ReadonlyMap<string, FeelValue>

/** A function as a value: built in, user-defined, or made by a decision model. */
export abstract class FeelFunction {
  /** Parameter names in order, for signatures and error texts. */
  abstract readonly parameters: readonly string[]

  /** Calls with arguments in order; the wrong number or type of arguments yields null. */
  abstract call(machine: Machine, args: readonly FeelValue[]): FeelValue

  /** Calls with arguments by name; an unknown or missing name yields null. */
  abstract callNamed(machine: Machine, args: NamedArguments): FeelValue
}
