import type { FeelDoubt } from '../feel-expression.ts'
import type { Env, Machine } from '../machine.ts'
import type { SyntaxNode } from '../parse/syntax-node.ts'
import type { FeelType } from '../values/feel-type.ts'
import type { FeelValue } from '../values/feel-value.ts'

/** A compiled node: yields its value in an evaluation, given the local variables. */
export type Code = (machine: Machine, env: Env | null) => FeelValue

/**
 * Local names, innermost first; each stands for one `Env` at run time. An `item` scope is that of a filter: besides
 * `item` it has the entries of the item itself, which are known only when it runs.
 */
export interface Scope {
  readonly name: string
  readonly kind: 'variable' | 'item'
  readonly parent: Scope | null
}

/** One compilation: what the constructs need from each other, and what it has found out. */
export interface Unit {
  compile(node: SyntaxNode, scope: Scope | null): Code
  /** A name as its owner spells it. */
  nameOf(node: SyntaxNode): string
  readonly references: Set<string>
  /** Variables that the compiler was told of. */
  readonly declared: ReadonlySet<string>
  /** Types beyond the built-in ones. */
  readonly types: ReadonlyMap<string, FeelType>
  readonly doubts: FeelDoubt[]
  /** Set when the clock is read. */
  impure: boolean
}

/** How one construct of the grammar is compiled. */
export type Construct = (node: SyntaxNode, scope: Scope | null, unit: Unit) => Code

export const bind = (name: string, parent: Scope | null): Scope => ({ name, kind: 'variable', parent })
