import type { VariableLookup } from '../feel-expression.ts'
import { Env, type Machine } from '../machine.ts'
import { childAt, childOf, childrenOf, type SyntaxNode } from '../parse/syntax-node.ts'
import { FeelFunction, type NamedArguments } from '../values/feel-function.ts'
import { ANY, coerceTo, type FeelType } from '../values/feel-type.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { CompileStop } from './compile-stop.ts'
import { typeOf } from './type-of.ts'
import { bind, type Code, type Construct, type Scope, type Unit } from './unit.ts'

interface Signature {
  readonly names: readonly string[]
  readonly types: readonly FeelType[]
}

/** `function(a: number, b) a + b` */
export const compileFunctionDefinition: Construct = (node, scope, unit) => {
  if (childOf(node, 'external') !== undefined) throw external(node)
  const signature = signatureOf(node, unit)
  const bodyNode = childAt(childOf(node, 'FunctionBody') ?? node, -1)
  const inner = signature.names.reduce<Scope | null>((parent, name) => bind(name, parent), scope)
  const body = unit.compile(bodyNode, inner)
  return (machine, env) => new UserFunction(signature, body, bodyNode.size, env, machine.lookup)
}

function signatureOf(node: SyntaxNode, unit: Unit): Signature {
  const parameters = childrenOf(childOf(node, 'FormalParameters') ?? node, 'FormalParameter')
  return {
    names: parameters.map((parameter) => unit.nameOf(childAt(parameter, 0))),
    types: parameters.map((parameter) => {
      const type = childOf(parameter, 'Type')
      return type === undefined ? ANY : typeOf(type, unit)
    }),
  }
}

const external = (node: SyntaxNode): CompileStop =>
  new CompileStop(
    'feel_unsupported',
    'Expected a FEEL body, got an external function; write the body in FEEL or compute it in a job.',
    node.from,
  )

/** A function made by an expression; it keeps the variables of the place where it was made. */
class UserFunction extends FeelFunction {
  readonly parameters: readonly string[]
  private readonly signature: Signature
  private readonly body: Code
  private readonly size: number
  private readonly env: Env | null
  private readonly lookup: VariableLookup

  constructor(signature: Signature, body: Code, size: number, env: Env | null, lookup: VariableLookup) {
    super()
    this.parameters = signature.names
    this.signature = signature
    this.body = body
    this.size = size
    this.env = env
    this.lookup = lookup
  }

  call(machine: Machine, args: readonly FeelValue[]): FeelValue {
    if (args.length !== this.parameters.length) {
      return machine.warn(
        'feel_arguments',
        `Expected ${this.parameters.length} arguments, got ${args.length}; null is used.`,
      )
    }
    let locals = this.env
    for (let i = 0; i < args.length; i++) {
      const value = coerceTo(machine, args[i] ?? null, this.signature.types[i] ?? ANY)
      if (value === undefined)
        return machine.warn(
          'feel_arguments',
          `Expected another type for "${this.parameters[i]}"; null is used.`,
        )
      locals = new Env(value, locals)
    }
    return this.run(machine, locals)
  }

  callNamed(machine: Machine, args: NamedArguments): FeelValue {
    machine.spend(4 * args.size)
    const known = this.parameters.filter((name) => args.has(name))
    if (known.length !== args.size)
      return machine.warn('feel_arguments', 'Expected only known parameter names; null is used.')
    return this.call(
      machine,
      this.parameters.map((name) => args.get(name) ?? null),
    )
  }

  private run(machine: Machine, locals: Env | null): FeelValue {
    const callersLookup = machine.lookup
    machine.spend(this.size + 6)
    machine.enterCall()
    machine.lookup = this.lookup
    try {
      return this.body(machine, locals)
    } finally {
      machine.lookup = callersLookup
      machine.leaveCall()
    }
  }
}
