const ESCAPES = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** The text that a string literal's inside stands for: `\n`, `\"`, `\\`, `\u00e4`, `\U01F600`. */
export function unescapeText(inside: string): string {
  if (!inside.includes('\\')) return inside
  return inside.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([\s\S]))/g, (whole, short, long, char) => {
    const hex: string | undefined = short ?? long
    if (hex === undefined)
      return ESCAPES.get(char) ?? (char === '"' || char === '\\' || char === "'" ? char : whole)
    const point = Number.parseInt(hex, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
