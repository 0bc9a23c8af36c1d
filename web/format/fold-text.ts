const letters: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ؤ: 'و',
}
const zeros = { '٠': 0x0660, '۰': 0x06f0, '๐': 0x0e50 }

/**
 * Text for comparing what people type: small letters, no accents, one form of each Persian and Arabic letter, 0–9 for
 * every script's digits, joiners as spaces.
 */
export const foldText = (text: string): string =>
  text
    .replace(/[يىكةۀأإآؤ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[٠-٩]/g, (digit) => plain(digit, zeros['٠']))
    .replace(/[۰-۹]/g, (digit) => plain(digit, zeros['۰']))
    .replace(/[๐-๙]/g, (digit) => plain(digit, zeros['๐']))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u200c\s]+/g, ' ')
    .trim()

const plain = (digit: string, zero: number): string => String(digit.charCodeAt(0) - zero)
