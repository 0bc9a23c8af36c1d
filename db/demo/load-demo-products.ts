import { modelsOf } from '../models/models-of.ts'
import { productColumns } from '../records/product/product.ts'
import type { Change } from '../records/reading.ts'
import { insertMany } from '../records/write-record.ts'
import { type DemoProduct, demoProducts } from './demo-products.ts'

const quarter = 90 * 24 * 60 * 60 * 1000

/** Products and their prices; some base prices rose a quarter before `now`. */
export async function loadDemoProducts(change: Change, now: number): Promise<void> {
  const models = modelsOf(change.sequelize)
  const products = demoProducts()
  await insertMany(
    change,
    models.product,
    products.map(({ id, values }) => ({ id, ...productColumns(values) })),
  )
  const prices = products.flatMap((product) => pricesOf(product, change.now, now - quarter))
  await insertMany(
    change,
    models.productPrice,
    prices.map((price, index) => ({ id: index + 1, ...price })),
  )
}

/** Periods that meet and never overlap (invariant 12). */
function pricesOf({ id, cost, price, laterPrice }: DemoProduct, start: number, rise: number) {
  const common = { productId: id, currency: 'EUR', state: 'active', validFrom: start, validUntil: null }
  const base = { ...common, kind: 'b1', amount: price, validUntil: laterPrice === null ? null : rise }
  const later = { ...common, kind: 'b1', amount: laterPrice ?? price, validFrom: rise }
  return [{ ...common, kind: 'std', amount: cost }, base, ...(laterPrice === null ? [] : [later])]
}
