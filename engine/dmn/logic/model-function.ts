import { coerceTo, type FeelType, type Machine, type NamedArguments } from '../../feel/embedding.ts'
import { FeelFunction, type FeelValue, type VariableLookup } from '../../feel/index.ts'
import { type Logic, withVariable } from './logic.ts'

export interface FormalParameter {
  readonly name: string
  readonly type: FeelType
}

/** A function whose body is decision logic: a business knowledge model, a boxed function, a decision service. */
export class ModelFunction extends FeelFunction {
  readonly parameters: readonly string[]
  private readonly formal: readonly FormalParameter[]
  private readonly body: Logic
  private readonly outer: VariableLookup

  constructor(formal: readonly FormalParameter[], body: Logic, outer: VariableLookup) {
    super()
    this.formal = formal
    this.parameters = formal.map((parameter) => parameter.name)
    this.body = body
    this.outer = outer
  }

  call(machine: Machine, args: readonly FeelValue[]): FeelValue {
    if (args.length !== this.formal.length) return this.refuse(machine)
    let lookup = this.outer
    for (const [i, { name, type }] of this.formal.entries()) {
      const value = coerceTo(machine, args[i] ?? null, type)
      if (value === undefined) return this.refuse(machine)
      lookup = withVariable(lookup, name, value)
    }
    return this.run(machine, lookup)
  }

  callNamed(machine: Machine, args: NamedArguments): FeelValue {
    const known = this.parameters.filter((name) => args.has(name)).length === args.size
    return known
      ? this.call(
          machine,
          this.parameters.map((name) => args.get(name) ?? null),
        )
      : this.refuse(machine)
  }

  private run(machine: Machine, lookup: VariableLookup): FeelValue {
    machine.spend(10)
    machine.enterCall()
    try {
      return this.body(machine, lookup)
    } finally {
      machine.leaveCall()
    }
  }

  private refuse(machine: Machine): null {
    return machine.warn('feel_arguments', `Expected arguments (${this.parameters.join(', ')}); null is used.`)
  }
}
