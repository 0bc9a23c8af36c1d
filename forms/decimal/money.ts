import { fail, ok, type Result } from '../../engine/result.ts'
import { isObject } from '../values/json-value.ts'
import { currencyDigits, isCurrencyCode } from './currency-digits.ts'
import {
  addDecimal,
  compareDecimal,
  type Decimal,
  formatDecimal,
  multiplyDecimal,
  parseDecimal,
  rescaleDecimal,
} from './decimal.ts'

/** An amount of one currency as it is stored: `amount` is decimal text ("1234.50"), never a float. */
export type Money = { readonly amount: string; readonly currency: string }

export interface MoneyProblem {
  readonly code: 'not_money' | 'not_a_quantity' | 'currencies_differ'
  readonly message: string
}

export const isMoney = (value: unknown): value is Money =>
  isObject(value) &&
  typeof value.amount === 'string' &&
  parseDecimal(value.amount) !== null &&
  typeof value.currency === 'string' &&
  isCurrencyCode(value.currency)

/** Nothing of this currency, with its digits: `0.00` EUR, `0` JPY. */
export const noMoney = (currency: string): Money => money({ units: 0n, scale: 0 }, currency)

/** Sum of two amounts of the same currency, exact: unit prices may carry more digits than the currency has. */
export const addMoney = (a: Money, b: Money): Result<Money, MoneyProblem> =>
  inOneCurrency(a, b, (x, y) => {
    const scale = Math.max(x.scale, y.scale, currencyDigits(a.currency))
    return { amount: formatDecimal(rescaleDecimal(addDecimal(x, y), scale)), currency: a.currency }
  })

/** Negative, 0 or positive as `a` is less than, equal to or greater than `b` of the same currency. */
export const compareMoney = (a: Money, b: Money): Result<number, MoneyProblem> =>
  inOneCurrency(a, b, compareDecimal)

/** Price × quantity, rounded half away from zero to the currency's digits. `quantity` is decimal text: "2.5". */
export function multiplyMoney(price: Money, quantity: string): Result<Money, MoneyProblem> {
  const amount = parseDecimal(price.amount)
  const factor = parseDecimal(quantity)
  if (amount === null) return fail(notMoney(price))
  if (factor === null)
    return fail({
      code: 'not_a_quantity',
      message: `Expected decimal text such as "2.5", got "${quantity}".`,
    })
  return ok(money(multiplyDecimal(amount, factor), price.currency))
}

const money = (value: Decimal, currency: string): Money => ({
  amount: formatDecimal(rescaleDecimal(value, currencyDigits(currency))),
  currency,
})

function inOneCurrency<T>(
  a: Money,
  b: Money,
  combine: (x: Decimal, y: Decimal) => T,
): Result<T, MoneyProblem> {
  const x = parseDecimal(a.amount)
  const y = parseDecimal(b.amount)
  if (x === null) return fail(notMoney(a))
  if (y === null) return fail(notMoney(b))
  if (a.currency !== b.currency)
    return fail({
      code: 'currencies_differ',
      message: `Expected one currency, got ${a.currency} and ${b.currency}.`,
    })
  return ok(combine(x, y))
}

const notMoney = (value: Money): MoneyProblem => ({
  code: 'not_money',
  message: `Expected an amount as decimal text such as "1234.50", got "${value.amount}".`,
})
