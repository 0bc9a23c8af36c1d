import { plainDigits } from './plain-digits.ts'
import { plainNumber } from './plain-number.ts'

test('digits of four scripts become 0–9', () => {
  expect(plainDigits('۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ ๐๑๒๓๔๕๖๗๘๙ ０９ xyz')).toBe(
    '0123456789 0123456789 0123456789 09 xyz',
  )
})

test.each<[string, string | null, ('.' | ',')?]>([
  ['1234', '1234'],
  [' +12.50 ', '12.50'],
  ['-0.5', '-0.5'],
  ['−5', '-5'],
  ['۱۲۳۴٫۵', '1234.5'],
  ['٬۱۲', null],
  ['۱۲٬۳۴', null],
  ['\u200e۱٬۲۳۴\u200f', '1234'],
  ['1 234 567,89', '1234567.89', ','],
  ['1\u202f234', '1234'],
  ['1.234,5', '1234.5', ','],
  ['1,234', '1234', '.'],
  ['1,234', '1.234', ','],
  ['1,234', null],
  ['1,5', null],
  ['1,234.5', '1234.5'],
  ['1,234,567', '1234567'],
  ['1,23,456', null],
  ['1.2.3', null],
  ['', null],
  ['.5', null],
  ['1e5', null],
  ['0x10', null],
  ['9'.repeat(101), null],
])('%j is read as %j', (text, expected, mark) => {
  expect(plainNumber(text, mark)).toBe(expected)
})
