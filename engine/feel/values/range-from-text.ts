import { parseAtLiteral } from './at-literal.ts'
import { compareValues } from './compare-values.ts'
import { FeelRange } from './feel-range.ts'
import type { FeelValue } from './feel-value.ts'
import { unescapeText } from './unescape-text.ts'

const RANGE = /^\s*([[(\]])\s*(.*?)\s*\.\.\s*(.*?)\s*([\])[])\s*$/s
const NUMBER = /^-?(\d+(\.\d+)?|\.\d+)$/
const TEXT = /^"((?:[^"\\]|\\.)*)"$/s
const TEMPORAL = /^(?:@|(?:date and time|date|time|duration)\()"([^"]*)"\)?$/
/** A longer text is no range; keeps the search for the dots short. */
const MAX_LENGTH = 2_000

/** Reads `[1..10)`, `["a".."b"]`, `(..@"2026-01-01"]`: ends are literals, one of them may be missing. */
export function rangeFromText(text: string): FeelRange | null {
  const match = text.length > MAX_LENGTH ? null : RANGE.exec(text)
  if (match === null) return null
  const [, open, low = '', high = '', close] = match
  const start = literal(low)
  const end = literal(high)
  if (start === undefined || end === undefined || (start === null && end === null)) return null
  // An end that stands open cannot be included.
  if ((start === null && open === '[') || (end === null && close === ']')) return null
  if (start !== null && end !== null && !((compareValues(start, end) ?? 1) <= 0)) return null
  return new FeelRange(start, end, open === '[', close === ']')
}

/** Null for an open end, undefined for what is no literal. */
function literal(text: string): FeelValue | undefined {
  if (text === '' || text === 'null') return null
  if (NUMBER.test(text)) return Number(text)
  const quoted = TEXT.exec(text)
  if (quoted !== null) return unescapeText(quoted[1] ?? '')
  const temporal = TEMPORAL.exec(text)
  return temporal === null ? undefined : (parseAtLiteral(temporal[1] ?? '') ?? undefined)
}
