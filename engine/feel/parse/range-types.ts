/** Texts and comments stay as they are; `range<` is looked for where a type stands. */
const PATTERN =
  /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(\binstance\s+of\s+|[<,]\s*|->\s*)range(?=\s*<)/g

/**
 * The grammar knows `list<number>` but not `range<number>`, which has the same form. Such types are shown to it as
 * lists, one blank before them to keep the length, and the places are remembered.
 */
export function disguiseRangeTypes(text: string): {
  readonly text: string
  readonly positions: ReadonlySet<number>
} {
  const positions = new Set<number>()
  if (!/\brange\s*</.test(text) || !/\binstance\b/.test(text)) return { text, positions }
  const disguised = text.replace(PATTERN, (whole: string, before: string | undefined, at: number) => {
    if (before === undefined) return whole
    positions.add(at + before.length + 1)
    return `${before} list`
  })
  return { text: disguised, positions }
}
