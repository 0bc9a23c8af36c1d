import { builtinNamed } from '../builtins/all-builtins.ts'
import type { Env } from '../machine.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { admit, entryOf, isRecord } from '../values/kind-of.ts'
import type { Code, Construct, Scope } from './unit.ts'

/** A name: a local variable, an entry of a filter's item, a variable of the process, a built-in function. */
export const compileVariable: Construct = (node, scope, unit) =>
  readName(unit.nameOf(node), scope, unit.references)

export function readName(name: string, scope: Scope | null, references: Set<string>): Code {
  return readFrom(name, scope, 0, references)
}

function readFrom(name: string, scope: Scope | null, up: number, references: Set<string>): Code {
  if (scope === null) return readGlobal(name, references)
  if (scope.kind === 'item') return readItemEntry(name, scope, up, references)
  return scope.name === name ? readLocal(up) : readFrom(name, scope.parent, up + 1, references)
}

/** The local variable that many steps up the chain. */
export function readLocal(up: number): Code {
  if (up === 0) return (_machine, env) => valueAt(env, 0)
  if (up === 1) return (_machine, env) => valueAt(env, 1)
  return (_machine, env) => valueAt(env, up)
}

function valueAt(env: Env | null, up: number): FeelValue {
  let found = env
  for (let i = 0; i < up; i++) found = found === null ? null : found.parent
  return found === null ? null : found.value
}

/** Inside a filter an entry of the item comes first, then `item` itself, then the outer names. */
function readItemEntry(name: string, scope: Scope, up: number, references: Set<string>): Code {
  const item = readLocal(up)
  const outer = name === scope.name ? item : readFrom(name, scope.parent, up + 1, references)
  return (machine, env) => {
    const value = item(machine, env)
    const entry = isRecord(value) ? entryOf(value, name) : undefined
    return entry === undefined ? outer(machine, env) : entry
  }
}

function readGlobal(name: string, references: Set<string>): Code {
  references.add(name)
  const builtin = builtinNamed(name) ?? null
  return (machine) => {
    const value = machine.lookup(name)
    if (value !== undefined) return admit(value)
    return (
      builtin ?? machine.warn('feel_no_variable', `Expected a variable "${name}", got none; null is used.`)
    )
  }
}
