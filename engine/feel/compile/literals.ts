import { childAt } from '../parse/syntax-node.ts'
import { parseAtLiteral } from '../values/at-literal.ts'
import { unescapeText } from '../values/unescape-text.ts'
import { CompileStop } from './compile-stop.ts'
import type { Construct } from './unit.ts'

/** `12`, `.5`, `1e3`, `- 4`; a number beyond JavaScript's doubles is null. */
export const compileNumber: Construct = (node) => {
  const value = Number(node.text.replace(/\s+/g, ''))
  const literal = Number.isFinite(value) ? value : null
  return () => literal
}

export const compileString: Construct = (node) => {
  const value = unescapeText(node.text.slice(1, -1))
  return () => value
}

export const compileBoolean: Construct = (node) => (node.text === 'true' ? () => true : () => false)

export const compileNull: Construct = () => () => null

/** `@"2026-02-28"`: a date, time, date and time or duration, known before it runs. */
export const compileAtLiteral: Construct = (node) => {
  const text = unescapeText(childAt(node, 0).text.slice(1, -1))
  const value = parseAtLiteral(text)
  if (value === null) {
    const message = `Expected a date, time, date and time or duration after @, got "${text}"; use ISO 8601, as in @"2026-02-28".`
    throw new CompileStop('feel_syntax', message, node.from)
  }
  return () => value
}
