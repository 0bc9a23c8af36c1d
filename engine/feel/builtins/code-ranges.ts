/** Code points from the first to the last, both included. */
export type CodeRange = readonly [number, number]

const LAST = 0x10ffff
const ESCAPES = new Map([
  ['n', 10],
  ['r', 13],
  ['t', 9],
])

/** The inside of a character class of plain characters and ranges; null when it has categories in it. */
export function readRanges(inside: string, negated: boolean): CodeRange[] | null {
  const points: { readonly code: number; readonly dash: boolean }[] = []
  for (const [text] of inside.matchAll(/\\x\{[0-9A-F]+\}|\\[\s\S]|[\s\S]/gu)) {
    const code = codeOf(text)
    if (code === null) return null
    points.push({ code, dash: text === '-' })
  }
  const ranges: CodeRange[] = []
  for (let i = 0; i < points.length; i++) {
    const first = points[i]
    const last = points[i + 1]?.dash ? points[i + 2] : undefined
    if (first === undefined) break
    if (last !== undefined && last.code < first.code) return null
    ranges.push([first.code, last?.code ?? first.code])
    if (last !== undefined) i += 2
  }
  return negated ? minus([[0, LAST]], ranges) : ranges
}

function codeOf(text: string): number | null {
  if (text.startsWith('\\x')) return Number.parseInt(text.slice(3, -1), 16)
  if (!text.startsWith('\\')) return text.codePointAt(0) ?? null
  const letter = text.slice(1)
  const escaped = ESCAPES.get(letter)
  if (escaped !== undefined) return escaped
  return /[a-zA-Z0-9]/.test(letter) ? null : (letter.codePointAt(0) ?? null)
}

/** What is in the first and not in the second. */
export const minus = (from: readonly CodeRange[], away: readonly CodeRange[]): CodeRange[] =>
  away.reduce<CodeRange[]>((left, cut) => left.flatMap((range) => without(range, cut)), [...from])

function without([first, last]: CodeRange, [from, to]: CodeRange): CodeRange[] {
  if (to < first || from > last) return [[first, last]]
  const before: CodeRange[] = from > first ? [[first, from - 1]] : []
  return to < last ? [...before, [to + 1, last]] : before
}

/** Ranges as the inside of a class. */
export const writeRanges = (ranges: readonly CodeRange[]): string =>
  ranges.map(([first, last]) => `${point(first)}-${point(last)}`).join('')

const point = (code: number): string => `\\x{${code.toString(16).toUpperCase()}}`
