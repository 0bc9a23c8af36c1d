import type { Machine } from '../machine.ts'
import { FeelFunction, type NamedArguments } from '../values/feel-function.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { isList, kindOf } from '../values/kind-of.ts'

/** A parameter: its name in the standard and which values it takes, as the type its function wants. */
export interface Parameter<T> {
  readonly name: string
  readonly optional: boolean
  /** The value as wanted, undefined when it does not fit. */
  readonly admit: (value: FeelValue) => T | undefined
}

/** One way to call a built-in function. */
export interface Overload {
  readonly parameters: readonly Parameter<unknown>[]
  /** The last parameter takes all remaining arguments, as a list. */
  readonly rest: boolean
  readonly run: (machine: Machine, args: readonly unknown[]) => FeelValue
}

/** A function of the standard or of Camunda's dialect. The first overload that the arguments fit is run. */
export class Builtin extends FeelFunction {
  readonly name: string
  readonly parameters: readonly string[]
  readonly readsClock: boolean
  private readonly overloads: readonly Overload[]

  constructor(name: string, overloads: readonly Overload[], readsClock = false) {
    super()
    this.name = name
    this.overloads = overloads
    this.readsClock = readsClock
    this.parameters = overloads[0]?.parameters.map((parameter) => parameter.name) ?? []
  }

  call(machine: Machine, args: readonly FeelValue[]): FeelValue {
    payForArguments(machine, args)
    for (const overload of this.overloads) {
      const admitted = admitAll(overload, args)
      if (admitted !== null) return overload.run(machine, admitted)
    }
    return this.refuse(machine, args.map(kindOf).join(', '))
  }

  callNamed(machine: Machine, args: NamedArguments): FeelValue {
    machine.spend(args.size * NAMED_STEPS)
    for (const overload of this.overloads) {
      const ordered = orderByName(overload, args)
      if (ordered === null) continue
      payForArguments(
        machine,
        ordered.filter((arg) => arg !== undefined),
      )
      const admitted = admitAll(overload, ordered)
      if (admitted !== null) return overload.run(machine, admitted)
    }
    return this.refuse(machine, [...args].map(([name, value]) => `${name}: ${kindOf(value)}`).join(', '))
  }

  private refuse(machine: Machine, got: string): null {
    const wanted = this.overloads
      .map(({ parameters }) => parameters.map(({ name }) => name).join(', '))
      .join(') or (')
    return machine.warn('feel_arguments', `Expected ${this.name}(${wanted}), got (${got}); null is used.`)
  }
}

/** Checking arguments and telling what is wrong with them. */
const CALL_STEPS = 8
/** For each argument that is found by its name. */
const NAMED_STEPS = 4

/** Work grows with the arguments, whatever the function does with them. */
function payForArguments(machine: Machine, args: readonly FeelValue[]): void {
  let steps = CALL_STEPS
  for (const arg of args) {
    if (typeof arg === 'string') steps += arg.length >> 4
    else if (isList(arg)) steps += arg.length
  }
  machine.spend(steps)
}

function admitAll(overload: Overload, args: readonly (FeelValue | undefined)[]): unknown[] | null {
  const { parameters, rest } = overload
  if (args.length > parameters.length && !rest) return null
  const admitted: unknown[] = []
  const single = rest ? parameters.length - 1 : parameters.length
  for (let i = 0; i < single; i++) {
    const value = admitOne(parameters[i], args[i])
    if (value === REFUSED) return null
    admitted.push(value)
  }
  return rest ? admitRest(parameters.at(-1), args.slice(single), admitted) : admitted
}

const REFUSED = Symbol('refused')

function admitOne(parameter: Parameter<unknown> | undefined, value: FeelValue | undefined): unknown {
  if (parameter === undefined) return REFUSED
  if (value === undefined) return parameter.optional ? undefined : REFUSED
  const admitted = parameter.admit(value)
  if (admitted !== undefined) return admitted
  // A list of one stands for its item where no list is wanted.
  const only = isList(value) && value.length === 1 ? parameter.admit(value[0] ?? null) : undefined
  return only === undefined ? REFUSED : only
}

function admitRest(
  parameter: Parameter<unknown> | undefined,
  values: readonly (FeelValue | undefined)[],
  admitted: unknown[],
): unknown[] | null {
  const rest = values.map((value) => admitOne(parameter, value))
  if (rest.includes(REFUSED) || rest.length === 0) return null
  admitted.push(rest)
  return admitted
}

/** Arguments in the order of an overload; null when a name is unknown to it or a needed one is missing. */
function orderByName({ parameters, rest }: Overload, args: NamedArguments): (FeelValue | undefined)[] | null {
  if (rest) return null
  for (const name of args.keys()) if (!parameters.some((parameter) => parameter.name === name)) return null
  return parameters.map((parameter) => args.get(parameter.name))
}
