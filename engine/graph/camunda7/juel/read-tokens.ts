import { JuelStop } from './juel-stop.ts'

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end'
  /** Of a text: what it says, without quotes and escapes. */
  readonly text: string
}

const blank = /\s+/y
const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
const name = /[\p{L}_$][\p{L}\p{N}_$]*/uy
const sign = /&&|\|\||[=!<>]=|[-+*/%<>!?:.,()[\]]/y
const text = /"((?:[^"\\]|\\["'\\])*)"|'((?:[^'\\]|\\["'\\])*)'/y

/** Words, numbers and signs of what stands between `${` and `}`. @throws JuelStop */
export function readTokens(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found) at = pattern.lastIndex
    return found
  }
  while (at < source.length) {
    if (take(blank)) continue
    const found = readOne(take)
    if (found === null) throw new JuelStop(`"${source.slice(at, at + 12)}" can't be read`)
    tokens.push(found)
  }
  return [...tokens, { kind: 'end', text: '' }]
}

function readOne(take: (pattern: RegExp) => RegExpExecArray | null): Token | null {
  const quoted = take(text)
  if (quoted) return { kind: 'text', text: (quoted[1] ?? quoted[2] ?? '').replaceAll(/\\(.)/gs, '$1') }
  for (const [kind, pattern] of plain) {
    const found = take(pattern)
    if (found) return { kind, text: found[0] }
  }
  return null
}

const plain = [
  ['number', number],
  ['name', name],
  ['sign', sign],
] as const
