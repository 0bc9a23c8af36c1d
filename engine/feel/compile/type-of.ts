import { childAt, childOf, childrenOf, type SyntaxNode } from '../parse/syntax-node.ts'
import { builtinType, conformsTo, type FeelType, withoutAllowed } from '../values/feel-type.ts'
import { CompileStop } from './compile-stop.ts'
import type { Construct, Unit } from './unit.ts'

/** `x instance of number` */
export const compileInstanceOf: Construct = (node, scope, unit) => {
  const value = unit.compile(childAt(node, 0), scope)
  const type = withoutAllowed(typeOf(childAt(node, -1), unit))
  return (machine, env) => conformsTo(machine, value(machine, env), type, false)
}

/** The type that a `Type` node names. @throws CompileStop when there is none of that name */
export function typeOf(node: SyntaxNode, unit: Unit): FeelType {
  const inner = node.type === 'Type' ? childAt(node, 0) : node
  switch (inner.type) {
    case 'ListType':
    case 'RangeType': {
      const item = typeOf(childOf(inner, 'Type') ?? childAt(inner, -2), unit)
      return { kind: inner.type === 'ListType' ? 'list' : 'range', item }
    }
    case 'ContextType':
      return contextType(inner, unit)
    case 'FunctionType':
      return functionType(inner, unit)
    default:
      return namedType(inner, unit)
  }
}

function namedType(node: SyntaxNode, unit: Unit): FeelType {
  const name = node.text.replace(/\s+/g, ' ').trim()
  const type = builtinType(name) ?? unit.types.get(name)
  if (type !== undefined) return type
  throw new CompileStop(
    'feel_unsupported',
    `Expected a type, got "${name}"; use a built-in type or define it in the model.`,
    node.from,
  )
}

function contextType(node: SyntaxNode, unit: Unit): FeelType {
  const entries = childrenOf(childOf(node, 'ContextEntryTypes') ?? node, 'ContextEntryType')
  return {
    kind: 'context',
    entries: new Map(
      entries.map((entry) => [unit.nameOf(childAt(entry, 0)), typeOf(childAt(entry, -1), unit)]),
    ),
  }
}

function functionType(node: SyntaxNode, unit: Unit): FeelType {
  const parameters = childrenOf(childOf(node, 'ArgumentTypes') ?? node, 'ArgumentType')
  return { kind: 'function', parameters: parameters.map((parameter) => typeOf(childAt(parameter, 0), unit)) }
}
