import { type CodeRange, minus, readRanges, writeRanges } from './code-ranges.ts'
import { blockRange } from './unicode-blocks.ts'

/** Letters, marks, numbers and symbols: what XML Schema's `\w` is, and the underscore that everybody expects of it. */
const WORD = '\\p{L}\\p{M}\\p{N}\\p{S}_'
/** First characters of XML names, and all of them (XML 1.0, 5th edition). */
const NAME_START =
  ':A-Z_a-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2FF}\\x{370}-\\x{37D}\\x{37F}-\\x{1FFF}\\x{200C}\\x{200D}\\x{2070}-\\x{218F}\\x{2C00}-\\x{2FEF}\\x{3001}-\\x{D7FF}\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFFD}\\x{10000}-\\x{EFFFF}'
const NAME = `${NAME_START}\\-.0-9\\x{B7}\\x{300}-\\x{36F}\\x{203F}-\\x{2040}`

/** What stands inside a class for an escape of XML Schema that RE2 reads otherwise or not at all. */
const CLASSES = new Map([
  ['d', '\\p{Nd}'],
  ['s', ' \\t\\n\\r'],
  ['w', WORD],
  ['i', NAME_START],
  ['c', NAME],
])

/**
 * A pattern of XPath, which FEEL's `matches`, `replace` and `split` take, in RE2's syntax: character classes of XML
 * Schema, blocks (`\p{IsGreek}`), subtraction (`[a-z-[aeiou]]`), and white space left out under the flag x.
 * @returns null for what RE2 has no equivalent for: back references, and subtraction from categories
 */
export function translatePattern(text: string, extended: boolean): string | null {
  const pattern = extended ? withoutBlanks(text) : text
  let out = ''
  for (let at = 0; at < pattern.length; ) {
    const char = pattern.charAt(at)
    const piece =
      char === '\\'
        ? escapeAt(pattern, at)
        : char === '['
          ? classAt(pattern, at)
          : { text: char, end: at + 1 }
    if (piece === null) return null
    out += piece.text
    at = piece.end
  }
  return out
}

/** White space goes first, so that `\\ d` is a digit; within a class it stays. */
function withoutBlanks(pattern: string): string {
  let depth = 0
  let out = ''
  for (const char of pattern) {
    if (depth === 0 && /\s/.test(char)) continue
    const escaped = /(?:^|[^\\])(?:\\\\)*\\$/.test(out.slice(-20))
    if (!escaped && char === '[') depth += 1
    if (!escaped && char === ']') depth = Math.max(0, depth - 1)
    out += char
  }
  return out
}

interface Piece {
  readonly text: string
  /** Index of the first character after it. */
  readonly end: number
}

/** An escape outside of a class. */
function escapeAt(pattern: string, at: number): Piece | null {
  const letter = pattern.charAt(at + 1)
  const inside = CLASSES.get(letter.toLowerCase())
  if (inside !== undefined)
    return { text: `[${letter === letter.toLowerCase() ? '' : '^'}${inside}]`, end: at + 2 }
  const block = blockAt(pattern, at)
  if (block !== null) return { text: `[${block.negated ? '^' : ''}${block.text}]`, end: block.end }
  // What was written once cannot be found again in linear time.
  return /\d/.test(letter) ? null : { text: pattern.slice(at, at + 2), end: at + 2 }
}

function blockAt(pattern: string, at: number): (Piece & { negated: boolean }) | null {
  const match = /^\\([pP])\{Is([^}]{1,60})\}/.exec(pattern.slice(at, at + 70))
  const range = match === null ? null : blockRange(match[2] ?? '')
  if (match === null || range === null) return null
  return { text: writeRanges([range]), end: at + match[0].length, negated: match[1] === 'P' }
}

/** A class from its `[` on, with its subtraction worked out. */
function classAt(pattern: string, start: number): Piece | null {
  const negated = pattern.charAt(start + 1) === '^'
  let inside = ''
  let at = start + (negated ? 2 : 1)
  while (at < pattern.length) {
    const char = pattern.charAt(at)
    if (char === ']' && inside !== '') return { text: `[${negated ? '^' : ''}${inside}]`, end: at + 1 }
    if (char === '-' && pattern.charAt(at + 1) === '[' && inside !== '')
      return subtracted(pattern, at + 1, inside, negated)
    const piece = char === '\\' ? escapeInClass(pattern, at) : { text: literal(char), end: at + 1 }
    if (piece === null) return null
    inside += piece.text
    at = piece.end
  }
  return null
}

/** RE2 reads `[:` as the start of a named class, XPath does not. */
const literal = (char: string): string => (char === '[' ? '\\[' : char)

function escapeInClass(pattern: string, at: number): Piece | null {
  const letter = pattern.charAt(at + 1)
  const inside = CLASSES.get(letter)
  if (inside !== undefined) return { text: inside, end: at + 2 }
  const opposite = OPPOSITES.get(letter)
  if (opposite !== undefined) return { text: opposite, end: at + 2 }
  const block = blockAt(pattern, at)
  if (block !== null) return block.negated ? null : block
  return /[\dIC]/.test(letter) ? null : { text: pattern.slice(at, at + 2), end: at + 2 }
}

const OPPOSITES = new Map([
  ['D', '\\P{Nd}'],
  ['S', '\\x{0}-\\x{8}\\x{B}\\x{C}\\x{E}-\\x{1F}!-\\x{10FFFF}'],
  ['W', '\\p{P}\\p{Z}\\p{C}'],
])

function subtracted(pattern: string, at: number, inside: string, negated: boolean): Piece | null {
  const taken = classAt(pattern, at)
  if (taken === null || pattern.charAt(taken.end) !== ']') return null
  const from = readRanges(inside, negated)
  const away = readRanges(taken.text.replace(/^\[\^?|\]$/g, ''), taken.text.startsWith('[^'))
  if (from === null || away === null) return null
  const left: readonly CodeRange[] = minus(from, away)
  // A class without members is one that nothing matches.
  return { text: left.length === 0 ? '[^\\x{0}-\\x{10FFFF}]' : `[${writeRanges(left)}]`, end: taken.end + 1 }
}
