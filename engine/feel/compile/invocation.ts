import { builtinNamed } from '../builtins/all-builtins.ts'
import { childAt, childOf, childrenOf, type SyntaxNode } from '../parse/syntax-node.ts'
import { FeelFunction } from '../values/feel-function.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { kindOf } from '../values/kind-of.ts'
import type { Code, Construct, Scope, Unit } from './unit.ts'

/** `f(a, b)` and `f(x: a, y: b)`. */
export const compileInvocation: Construct = (node, scope, unit) => {
  const callee = compileCallee(childAt(node, 0), scope, unit)
  const named = childOf(node, 'NamedParameters')
  if (named !== undefined) return callNamed(callee, named, scope, unit)
  const args = (childOf(node, 'PositionalParameters')?.children ?? []).map((arg) => unit.compile(arg, scope))
  return callPositional(callee, args)
}

/** A built-in function is bound at once, unless a local name or the model gives its name another meaning. */
function compileCallee(node: SyntaxNode, scope: Scope | null, unit: Unit): Code {
  const name = node.text.replace(/\s+/g, ' ')
  const builtin = builtinNamed(name)
  if (builtin === undefined || isLocal(name, scope) || unit.declared.has(name))
    return unit.compile(node, scope)
  if (builtin.readsClock) unit.impure = true
  return () => builtin
}

function isLocal(name: string, scope: Scope | null): boolean {
  for (let found = scope; found !== null; found = found.parent) if (found.name === name) return true
  return false
}

function callPositional(callee: Code, codes: readonly Code[]): Code {
  return (machine, env) => {
    const called = callee(machine, env)
    if (!(called instanceof FeelFunction)) return notCallable(machine, called)
    const args: FeelValue[] = []
    for (const code of codes) args.push(code(machine, env))
    return called.call(machine, args)
  }
}

function callNamed(callee: Code, node: SyntaxNode, scope: Scope | null, unit: Unit): Code {
  const codes = childrenOf(node, 'NamedParameter').map(
    (parameter) => [unit.nameOf(childAt(parameter, 0)), unit.compile(childAt(parameter, -1), scope)] as const,
  )
  return (machine, env) => {
    const called = callee(machine, env)
    if (!(called instanceof FeelFunction)) return notCallable(machine, called)
    return called.callNamed(machine, new Map(codes.map(([name, code]) => [name, code(machine, env)])))
  }
}

const notCallable = (machine: Parameters<Code>[0], value: FeelValue): null =>
  machine.warn('feel_no_function', `Expected a function, got ${kindOf(value)}; null is used.`)
