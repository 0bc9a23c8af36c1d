/**
 * Order of texts by code points, as a database's binary collation of UTF-8 has it. JavaScript's own `<` differs where
 * a character outside the basic plane meets one from U+E000 on.
 */
function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i)
    const right = b.charCodeAt(i)
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above all single units. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

/** Numbers by size, texts by code points; a column never mixes them. */
export function compareCells(a: string | number, b: string | number): number {
  return typeof a === 'string' && typeof b === 'string' ? compareText(a, b) : Number(a) - Number(b)
}
