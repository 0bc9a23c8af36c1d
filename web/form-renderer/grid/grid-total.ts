import {
  addMoney,
  currencyDigits,
  type FieldOf,
  formatDecimal,
  isMoney,
  type Money,
  multiplyDecimal,
  noMoney,
  parseDecimal,
  rescaleDecimal,
} from '../../../forms/index.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * True for a grid whose rows have a total: it has the columns `quantity` (number) and `price` (money). A column
 * `discount` (number) lowers it by that many percent.
 */
export function hasTotals(grid: FieldOf<'grid'>): boolean {
  const kindOf = (key: string) => grid.fields.find((column) => column.key === key)?.kind
  return kindOf('quantity') === 'number' && kindOf('price') === 'money'
}

/** True for a grid that has its rows' totals as a column of its own, `amount`. */
export const showsAmount = (grid: FieldOf<'grid'>): boolean =>
  grid.fields.some(({ key, kind }) => key === 'amount' && kind === 'money')

/** Quantity × price less the discount, rounded to the currency's digits; null while one of them is missing or no number. */
export function rowTotal(row: Row): Money | null {
  const { quantity, price, discount } = row
  if (!isMoney(price)) return null
  const count = decimal(quantity)
  const amount = parseDecimal(price.amount)
  const percent =
    discount === undefined || discount === null || discount === '' ? parseDecimal('0') : decimal(discount)
  if (count === null || amount === null || percent === null) return null
  const kept = parseDecimal(
    formatDecimal({ units: 100n * 10n ** BigInt(percent.scale) - percent.units, scale: percent.scale + 2 }),
  )
  if (kept === null) return null
  const total = multiplyDecimal(multiplyDecimal(amount, count), kept)
  return {
    amount: formatDecimal(rescaleDecimal(total, currencyDigits(price.currency))),
    currency: price.currency,
  }
}

/** Sum of the rounded totals; null when there is none or they are of several currencies. */
export function grandTotal(rows: readonly Row[]): Money | null {
  const totals = rows.map(rowTotal).filter((total) => total !== null)
  const first = totals[0]
  if (first === undefined) return null
  let sum = noMoney(first.currency)
  for (const total of totals) {
    const added = addMoney(sum, total)
    if (!added.ok) return null
    sum = added.value
  }
  return sum
}

const decimal = (value: unknown) =>
  typeof value === 'number' || typeof value === 'string' ? parseDecimal(String(value)) : null
