import fc from 'fast-check'
import { fromMinorUnits, inCurrency, lineAmount, sumAmounts, toMinorUnits } from './amount.ts'
import { canonicalDecimal, formatDecimal, parseDecimal, storedDecimal } from './decimal.ts'

describe('money', () => {
  it.each([
    ['19.99', '3', 0, 'EUR', '59.97'],
    ['0.1', '3', 0, 'EUR', '0.30'],
    ['10', '1', 1250, 'EUR', '8.75'],
    ['0.005', '1', 0, 'EUR', '0.01'],
    ['0.0049', '1', 0, 'EUR', '0.00'],
    ['33.335', '1', 0, 'JPY', '33'],
    ['1.2345', '1', 0, 'KWD', '1.235'],
    ['99.99', '7', 10_000, 'EUR', '0.00'],
    ['123456789.123456', '999999.5', 1, 'IRR', '123444381722321.93'],
  ])('a line of %s × %s less %d bp in %s costs %s', (price, quantity, discount, currency, amount) => {
    expect(lineAmount({ price, quantity, discount }, currency)).toBe(amount)
  })

  it.each(['', '1,5', '1.', '.5', '+1', '1e3', 'NaN', '1 000', '۱۲', '1'.repeat(25), `0.${'1'.repeat(13)}`])(
    'refuses %p as a decimal',
    (text) => expect(parseDecimal(text)).toBeNull(),
  )

  it('never writes a negative zero', () => expect(inCurrency('-0.001', 'EUR')).toBe('0.00'))

  const cents = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })
  it('goes to minor units and back without loss', () => {
    fc.assert(fc.property(cents, (units) => toMinorUnits(fromMinorUnits(units, 'EUR'), 'EUR') === units))
  })

  it('sums exactly, in any order', () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 20 }), (all) => {
        const texts = all.map((units) => fromMinorUnits(units, 'EUR'))
        const sum = all.reduce((a, b) => a + b, 0n)
        expect(sumAmounts(texts, 'EUR')).toBe(fromMinorUnits(sum, 'EUR'))
        expect(sumAmounts(texts.toReversed(), 'EUR')).toBe(fromMinorUnits(sum, 'EUR'))
      }),
    )
  })

  it('writes equal values the same way', () => {
    fc.assert(
      fc.property(cents, fc.nat({ max: 9 }), (units, zeros) => {
        const text = formatDecimal({ units, scale: 3 })
        const padded = storedDecimal(text.padEnd(text.length + zeros, '0'))
        expect(formatDecimal(canonicalDecimal(padded))).toBe(
          formatDecimal(canonicalDecimal({ units, scale: 3 })),
        )
      }),
    )
  })
})
