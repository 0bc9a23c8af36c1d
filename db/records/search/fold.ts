/** Latin letters that Unicode does not take apart into a base letter and a mark. */
const latin: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
}
/** Arabic letters as Persian keyboards write them; the pairs look alike and are typed by chance. */
const persian: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ۀ: 'ه', ە: 'ه' }

const letters = new Map([...Object.entries(latin), ...Object.entries(persian)])
const accents = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/gu
const joiners = /[\u0640\u200b-\u200f\u2060\ufeff]/gu

/**
 * Text as it is searched: lower case, without accents and joiners, Arabic ي ك as Persian ی ک, every digit as 0–9, anything
 * that is neither letter nor digit a single blank. What was written and what is looked for are folded alike.
 */
export function fold(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase().replace(accents, '').replace(joiners, '')
  return [...plain]
    .map((character) => letters.get(character) ?? plainDigit(character))
    .join('')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** The search columns of a record: all its texts folded, and the beginning of its name (the first of them) to sort by. */
export const searchable = (name: string, ...others: readonly (string | null | undefined)[]) => ({
  search: fold([name, ...others].filter((text) => text).join(' ')).slice(0, 700),
  sortKey: fold(name).slice(0, 40),
})

/** The words that all must occur in the search column; none for an empty search. */
export const searchWords = (search: string | undefined): string[] =>
  fold(search ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8)

const blocks = [0x0660, 0x06f0, 0x0e50] // zeros of Arabic, Persian and Thai digits
function plainDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const zero = blocks.find((start) => code >= start && code <= start + 9)
  return zero === undefined ? character : String(code - zero)
}
