import { Env } from '../machine.ts'
import { childAt, childOf, type SyntaxNode } from '../parse/syntax-node.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { unescapeText } from '../values/unescape-text.ts'
import { CompileStop } from './compile-stop.ts'
import { bind, type Code, type Construct, type Scope, type Unit } from './unit.ts'

/** `[a, b]` */
export const compileList: Construct = (node, scope, unit) => {
  const items = node.children.slice(1, -1).map((item) => unit.compile(item, scope))
  return (machine, env) => {
    const list: FeelValue[] = []
    for (const item of items) list.push(item(machine, env))
    return list
  }
}

interface Entry {
  readonly name: string
  readonly code: Code
}

/** `{ a: 1, b: a + 1 }`: each entry sees those before it. */
export const compileContext: Construct = (node, scope, unit) => {
  const entries: Entry[] = []
  let inner = scope
  for (const entry of node.children.filter((child) => child.type === 'ContextEntry')) {
    const compiled = compileEntry(entry, inner, unit)
    if (entries.some(({ name }) => name === compiled.name)) throw repeated(compiled.name, entry.from)
    entries.push(compiled)
    inner = bind(compiled.name, inner)
  }
  return (machine, env) => {
    const record: Record<string, FeelValue> = Object.create(null)
    let locals = env
    for (const { name, code } of entries) {
      const value = code(machine, locals)
      record[name] = value
      locals = new Env(value, locals)
    }
    return record
  }
}

function compileEntry(entry: SyntaxNode, scope: Scope | null, unit: Unit): Entry {
  const key = childAt(childOf(entry, 'Key') ?? entry, 0)
  const name = key.type === 'StringLiteral' ? unescapeText(key.text.slice(1, -1)) : unit.nameOf(key)
  if (name === '__proto__') {
    const message = 'Expected an entry name, got "__proto__", which JavaScript reserves; choose another name.'
    throw new CompileStop('feel_forbidden_name', message, entry.from)
  }
  return { name, code: unit.compile(childAt(entry, -1), scope) }
}

const repeated = (name: string, position: number): CompileStop =>
  new CompileStop(
    'feel_syntax',
    `Expected each entry once, got "${name}" twice; rename or remove one.`,
    position,
  )
