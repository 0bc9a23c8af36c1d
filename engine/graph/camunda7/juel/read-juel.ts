import type { BinaryOperator, JuelNode } from './juel-node.ts'
import { JuelStop } from './juel-stop.ts'
import { readTokens, type Token } from './read-tokens.ts'

/** Deeper than anybody writes; a hostile text is refused before the stack ends. */
const maxDepth = 60

/** Reads what stands between `${` and `}`. @throws JuelStop */
export function readJuel(source: string): JuelNode {
  const reader = new Reader(readTokens(source))
  const node = reader.expression()
  reader.expectEnd()
  return node
}

type Operators = Readonly<Record<string, BinaryOperator>>

/** Weakest first. (JSR 245, Expression Language Specification 2.1, 1.14) */
const levels: readonly Operators[] = [
  { '||': 'or', or: 'or' },
  { '&&': 'and', and: 'and' },
  { '==': '=', eq: '=', '!=': '!=', ne: '!=' },
  { '<': '<', lt: '<', '>': '>', gt: '>', '<=': '<=', le: '<=', '>=': '>=', ge: '>=' },
  { '+': '+', '-': '-' },
  { '*': '*', '/': '/', div: '/', '%': 'mod', mod: 'mod' },
]

const words = { true: true, false: false, null: null } as const

class Reader {
  private readonly tokens: readonly Token[]
  private at = 0
  private depth = 0

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  expression(): JuelNode {
    if (++this.depth > maxDepth) throw new JuelStop('it is nested too deeply')
    const condition = this.binary(0)
    this.depth--
    if (!this.takes('?')) return condition
    const then = this.expression()
    this.expect(':')
    return { kind: 'choice', condition, then, otherwise: this.expression() }
  }

  expectEnd(): void {
    if (this.token.kind !== 'end') throw new JuelStop(`"${this.token.text}" is not expected there`)
  }

  private get token(): Token {
    return this.tokens[this.at]!
  }

  private next(): Token {
    return this.tokens[this.at++]!
  }

  private takes(text: string): boolean {
    if (this.token.kind === 'text' || this.token.kind === 'end' || this.token.text !== text) return false
    this.at++
    return true
  }

  private expect(text: string): void {
    if (!this.takes(text)) throw new JuelStop(`"${text}" is missing before "${this.token.text}"`)
  }

  private binary(level: number): JuelNode {
    const operators = levels[level]
    if (operators === undefined) return this.unary()
    let left = this.binary(level + 1)
    for (;;) {
      const { kind, text } = this.token
      const operator = kind !== 'text' && Object.hasOwn(operators, text) ? operators[text] : undefined
      if (operator === undefined) return left
      this.at++
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) }
    }
  }

  private unary(): JuelNode {
    if (++this.depth > maxDepth) throw new JuelStop('it is nested too deeply')
    const node = this.signed()
    this.depth--
    return node
  }

  private signed(): JuelNode {
    if (this.takes('!') || this.takes('not')) return { kind: 'unary', operator: 'not', of: this.unary() }
    if (this.takes('-')) return { kind: 'unary', operator: 'minus', of: this.unary() }
    if (this.takes('empty')) return { kind: 'unary', operator: 'empty', of: this.unary() }
    return this.value()
  }

  private value(): JuelNode {
    let node = this.primary()
    for (;;) {
      if (this.takes('.')) node = this.member(node)
      else if (this.takes('[')) {
        node = { kind: 'index', of: node, at: this.expression() }
        this.expect(']')
      } else return node
    }
  }

  private member(of: JuelNode): JuelNode {
    const { kind, text: name } = this.next()
    if (kind !== 'name') throw new JuelStop(`a name is missing after "."`)
    return this.takes('(') ? { kind: 'call', of, name, args: this.args() } : { kind: 'property', of, name }
  }

  private args(): JuelNode[] {
    const args: JuelNode[] = []
    if (this.takes(')')) return args
    do args.push(this.expression())
    while (this.takes(','))
    this.expect(')')
    return args
  }

  private primary(): JuelNode {
    if (this.takes('(')) {
      const inner = this.expression()
      this.expect(')')
      return inner
    }
    const { kind, text } = this.next()
    if (kind === 'text') return { kind: 'literal', value: text }
    if (kind === 'number') return { kind: 'literal', value: Number(text) }
    if (kind !== 'name')
      throw new JuelStop(text === '' ? 'it ends too early' : `"${text}" is not expected there`)
    if (Object.hasOwn(words, text)) return { kind: 'literal', value: words[text as keyof typeof words] } // just checked
    return this.takes('(')
      ? { kind: 'call', of: null, name: text, args: this.args() }
      : { kind: 'name', name: text }
  }
}
