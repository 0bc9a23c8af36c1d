import { plainDigits } from './plain-digits.ts'
import { plainNumber } from './plain-number.ts'

test('digits of four scripts become 0–9', () => {
  expect(plainDigits('۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ ๐๑๒๓๔๕๖๗๘๙ ０９ xyz')).toBe(
    '0123456789 0123456789 0123456789 09 xyz',
  )
})

const cases: readonly { text: string; expected: string | null; mark?: '.' | ',' }[] = [
  { text: '1234', expected: '1234' },
  { text: ' +12.50 ', expected: '12.50' },
  { text: '-0.5', expected: '-0.5' },
  { text: '−5', expected: '-5' },
  { text: '۱۲۳۴٫۵', expected: '1234.5' },
  { text: '٬۱۲', expected: null },
  { text: '۱۲٬۳۴', expected: null },
  { text: '\u200e۱٬۲۳۴\u200f', expected: '1234' },
  { text: '1 234 567,89', expected: '1234567.89', mark: ',' },
  { text: '1\u202f234', expected: '1234' },
  { text: '1.234,5', expected: '1234.5', mark: ',' },
  { text: '1,234', expected: '1234', mark: '.' },
  { text: '1,234', expected: '1.234', mark: ',' },
  { text: '1,234', expected: null },
  { text: '1,5', expected: null },
  { text: '1,234.5', expected: '1234.5' },
  { text: '1,234,567', expected: '1234567' },
  { text: '1,23,456', expected: null },
  { text: '1.2.3', expected: null },
  { text: '', expected: null },
  { text: '.5', expected: null },
  { text: '1e5', expected: null },
  { text: '0x10', expected: null },
  { text: '9'.repeat(101), expected: null },
]

test.each(cases)('$text is read as $expected', ({ text, expected, mark }) => {
  expect(plainNumber(text, mark)).toBe(expected)
})
