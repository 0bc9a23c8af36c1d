import { JuelStop } from './juel-stop.ts'

/** Text as it stands, or what stands between `${` and `}`. */
export type TemplatePart = { readonly text: string } | { readonly expression: string }

const opening = /\\?[$#]\{/g
/** Quotes inside an expression may hold a brace. */
const inside = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^"'{}]+/gsy

/** Takes `Order ${id} of #{name}` apart; `\${` stands for itself. @throws JuelStop */
export function readTemplate(source: string): TemplatePart[] {
  const parts: TemplatePart[] = []
  let text = ''
  let at = 0
  for (;;) {
    opening.lastIndex = at
    const found = opening.exec(source)
    text += source.slice(at, found?.index)
    if (found === null) break
    if (found[0].startsWith('\\')) {
      text += found[0].slice(1)
      at = opening.lastIndex
      continue
    }
    if (text !== '') parts.push({ text })
    text = ''
    const end = endOf(source, opening.lastIndex)
    parts.push({ expression: source.slice(opening.lastIndex, end) })
    at = end + 1
  }
  if (text !== '') parts.push({ text })
  return parts
}

function endOf(source: string, begin: number): number {
  inside.lastIndex = begin
  let at = begin
  while (inside.exec(source) !== null) at = inside.lastIndex
  if (source[at] === '}') return at
  throw new JuelStop(source[at] === '{' ? "sets and maps can't be translated" : 'the closing "}" is missing')
}
