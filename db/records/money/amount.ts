import { currencyDigits } from './currency-digits.ts'
import {
  addDecimal,
  type Decimal,
  formatDecimal,
  multiplyDecimal,
  rescaleDecimal,
  storedDecimal,
} from './decimal.ts'

/** One hundred percent in basis points. */
export const wholeInBasisPoints = 10_000

/** `1234.5` EUR → `1234.50`: decimal text with the currency's digits, rounded half away from zero. */
export const inCurrency = (amount: string, currency: string): string => round(storedDecimal(amount), currency)

/**
 * What a line costs: price × quantity less its discount, rounded once, at the end, to the currency's digits (half away
 * from zero). `discount` is in basis points. A document's total is the sum of its rounded lines (invariant 4).
 */
export function lineAmount(
  line: { price: string; quantity: string; discount: number },
  currency: string,
): string {
  const gross = multiplyDecimal(storedDecimal(line.price), storedDecimal(line.quantity))
  const kept: Decimal = { units: BigInt(wholeInBasisPoints - line.discount), scale: 4 }
  return round(multiplyDecimal(gross, kept), currency)
}

/** Sum of amounts of one currency, with its digits; `0.00` for none. */
export const sumAmounts = (amounts: readonly string[], currency: string): string =>
  round(amounts.map(storedDecimal).reduce(addDecimal, { units: 0n, scale: 0 }), currency)

/** The amount in the currency's smallest unit: `12.34` EUR → 1234n. */
export const toMinorUnits = (amount: string, currency: string): bigint =>
  rescaleDecimal(storedDecimal(amount), currencyDigits(currency)).units

/** Back from the smallest unit: 1234n EUR → `12.34`. */
export const fromMinorUnits = (units: bigint, currency: string): string =>
  formatDecimal({ units, scale: currencyDigits(currency) })

const round = (value: Decimal, currency: string): string =>
  formatDecimal(rescaleDecimal(value, currencyDigits(currency)))
