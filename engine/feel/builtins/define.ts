import type { Machine } from '../machine.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { Builtin, type Overload, type Parameter } from './builtin.ts'

type Values<P extends readonly Parameter<unknown>[]> = {
  [K in keyof P]: P[K] extends Parameter<infer T> ? T : never
}

/** One way to call a function: its parameters, and what it does with the arguments they admit. */
export function takes<const P extends readonly Parameter<unknown>[]>(
  parameters: P,
  run: (machine: Machine, ...args: Values<P>) => FeelValue,
): Overload {
  // The parameters have admitted each argument, so the list has the types of `Values<P>`.
  return { parameters, rest: false, run: (machine, args) => run(machine, ...(args as Values<P>)) }
}

/** As `takes`, with the last parameter taking all remaining arguments as a list. */
export function takesMany<T>(
  parameter: Parameter<T>,
  run: (machine: Machine, values: readonly T[]) => FeelValue,
): Overload {
  // `admitAll` has put the admitted arguments into one list.
  return {
    parameters: [parameter],
    rest: true,
    run: (machine, args) => run(machine, args[0] as readonly T[]),
  }
}

/** A function with a fixed first parameter and any number of further ones. */
export function takesFirstAndMany<A, T>(
  first: Parameter<A>,
  rest: Parameter<T>,
  run: (machine: Machine, first: A, values: readonly T[]) => FeelValue,
): Overload {
  return {
    parameters: [first, rest],
    rest: true,
    // Admitted one by one above, the rest as a list.
    run: (machine, args) => run(machine, args[0] as A, args[1] as readonly T[]),
  }
}

export const define = (name: string, ...overloads: Overload[]): Builtin => new Builtin(name, overloads)
export const defineClock = (name: string, ...overloads: Overload[]): Builtin =>
  new Builtin(name, overloads, true)
