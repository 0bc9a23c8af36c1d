import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import { isCurrencyCode } from '../money/currency-digits.ts'
import { canonicalDecimal, formatDecimal, parseDecimal } from '../money/decimal.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { findRow, findRows } from '../rows.ts'
import { insertNumbered, notFound, updateRecord } from '../write-record.ts'
import { fitPrice } from './fit-price.ts'
import type { PriceKind, ProductPrice } from './product-price.ts'

export interface NewPrice {
  readonly productId: number
  readonly kind: PriceKind
  readonly currency: string
  /** Decimal text of one unit's price. */
  readonly amount: string
  /** Epoch milliseconds. */
  readonly validFrom: number
}

/** Prepares a price without effect yet. Fails with `bad_price` or `record_not_found`. Answers the id. */
export async function preparePrice(change: Change, price: NewPrice): Promise<Outcome<number>> {
  const models = modelsOf(change.sequelize)
  const amount = parseDecimal(price.amount)
  if (amount === null || amount.units < 0n || amount.scale > 6 || !isCurrencyCode(price.currency))
    return problem(
      'bad_price',
      `Expected an amount ≥ 0 with up to 6 digits after the point and a currency code, got "${price.amount} ${price.currency}".`,
    )
  if (!(await findRow(change, models.product, { where: { id: price.productId }, attributes: ['id'] })))
    return notFound('products', price.productId)
  const values = {
    ...price,
    amount: formatDecimal(canonicalDecimal(amount)),
    state: 'editable',
    validUntil: null,
  }
  return ok(await insertNumbered(change, models.productPrice, values))
}

/**
 * Makes prepared prices hold from their `validFrom` on, all or none: use it where a failure undoes the transaction.
 * At any time a product has at most one active price of a kind (invariant 12), also when two people activate at once:
 * each activation changes the product's version and so waits for the other.
 * Fails with `record_not_found`, `price_not_editable` or `price_conflict` (one begins at the very same time).
 */
export async function activatePrices(change: Change, ids: readonly number[]): Promise<Outcome<null>> {
  const { productPrice } = modelsOf(change.sequelize)
  const prices = await findRows(change, productPrice, {
    where: { id: [...ids] },
    order: ['productId', 'validFrom', 'id'],
  })
  const missing = ids.find((id) => !prices.some((price) => price.id === id))
  if (missing !== undefined) return notFound('product_prices', missing)
  for (const price of prices) {
    const activated = await activate(change, price)
    if (!activated.ok) return activated
  }
  return ok(null)
}

async function activate(change: Change, price: ProductPrice): Promise<Outcome<null>> {
  if (price.state !== 'editable')
    return problem('price_not_editable', `Price ${price.id} is ${price.state}: prepare a new one.`, {
      id: price.id,
    })
  const locked = await lockProduct(change, price.productId)
  if (!locked.ok) return locked
  const { productPrice } = modelsOf(change.sequelize)
  const where = { productId: price.productId, kind: price.kind, state: 'active' }
  const fit = fitPrice(await findRows(change, productPrice, { where }), price)
  if (!fit.ok) return fit
  const { shortened, validUntil } = fit.value
  if (shortened !== null) {
    const cut = await updateRecord(
      change,
      productPrice,
      shortened,
      { validUntil: price.validFrom },
      { action: 'supersede' },
    )
    if (!cut.ok) return cut
  }
  const updated = await updateRecord(
    change,
    productPrice,
    price,
    { state: 'active', validUntil },
    { action: 'activate' },
  )
  return updated.ok ? ok(null) : updated
}

async function lockProduct(change: Change, id: number): Promise<Outcome<number>> {
  const { product } = modelsOf(change.sequelize)
  const row = await findRow(change, product, { where: { id }, lock: true })
  return row === null
    ? notFound('products', id)
    : updateRecord(change, product, row, {}, { action: 'activate-price' })
}
