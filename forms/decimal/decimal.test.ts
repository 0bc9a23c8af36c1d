import fc from 'fast-check'
import {
  addDecimal,
  compareDecimal,
  type Decimal,
  formatDecimal,
  isMultipleOf,
  multiplyDecimal,
  parseDecimal,
  rescaleDecimal,
  significantScale,
} from './decimal.ts'

const decimal = (text: string): Decimal => {
  const value = parseDecimal(text)
  if (value === null) throw new Error(`${text} is no decimal`)
  return value
}
const anyDecimal = fc.record({
  units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
  scale: fc.integer({ min: 0, max: 12 }),
})

test.each([
  ['', null],
  ['1.', null],
  ['+1', null],
  ['1,5', null],
  ['٥', null],
  ['1e3', null],
  ['--1', null],
])('%j is no decimal', (text) => {
  expect(parseDecimal(String(text))).toBeNull()
})

test.each([
  ['0.1', '0.2', '0.3', '0.02'],
  ['1.50', '2', '3.50', '3.00'],
  ['-1', '0.001', '-0.999', '-0.001'],
])('%s and %s add to %s and multiply to %s', (a, b, sum, product) => {
  expect(formatDecimal(addDecimal(decimal(a), decimal(b)))).toBe(sum)
  expect(formatDecimal(multiplyDecimal(decimal(a), decimal(b)))).toBe(product)
})

test.each([
  ['1.005', 2, '1.01'],
  ['-1.005', 2, '-1.01'],
  ['1.0049', 2, '1.00'],
  ['-0.4', 0, '0'],
  ['0.5', 0, '1'],
  ['7', 3, '7.000'],
])('%s with %i digits is %s', (text, scale, expected) => {
  expect(formatDecimal(rescaleDecimal(decimal(text), scale))).toBe(expected)
})

test('comparison ignores trailing zeros', () => {
  expect(compareDecimal(decimal('1.50'), decimal('1.5'))).toBe(0)
  expect(compareDecimal(decimal('-2'), decimal('1'))).toBe(-1)
  expect(compareDecimal(decimal('0.11'), decimal('0.101'))).toBe(1)
})

test('multiples and significant digits are exact', () => {
  expect(isMultipleOf(decimal('0.3'), decimal('0.1'))).toBe(true)
  expect(isMultipleOf(decimal('0.35'), decimal('0.1'))).toBe(false)
  expect(significantScale(decimal('1.500'))).toBe(1)
  expect(significantScale(decimal('0.000'))).toBe(0)
})

test('what is written is read back', () => {
  fc.assert(fc.property(anyDecimal, (value) => expect(parseDecimal(formatDecimal(value))).toEqual(value)))
})

test('sums do not depend on order, and a difference to itself is nothing', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (a, b) => {
      expect(compareDecimal(addDecimal(a, b), addDecimal(b, a))).toBe(0)
      expect(addDecimal(a, { ...a, units: -a.units }).units).toBe(0n)
    }),
  )
})
