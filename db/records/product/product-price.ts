import { Op } from 'sequelize'
import { modelsOf } from '../../models/models-of.ts'
import type { ProductPriceRow } from '../../models/product-price.ts'
import type { Reading } from '../reading.ts'
import { findRows } from '../rows.ts'

/** `std` is the standard cost, `b1`–`b4` are base prices. */
export const priceKinds = ['std', 'b1', 'b2', 'b3', 'b4'] as const
export type PriceKind = (typeof priceKinds)[number]

/** `editable` prices are prepared; `active` ones hold in their period and never change. */
export type PriceState = 'editable' | 'active'

export type ProductPrice = Pick<
  ProductPriceRow,
  'id' | 'version' | 'productId' | 'kind' | 'currency' | 'amount' | 'state' | 'validFrom' | 'validUntil'
>

/** The price of each product that holds at `at` (epoch milliseconds), by product id; products without one are absent. */
export async function pricesAt(
  reading: Reading,
  productIds: readonly number[],
  kind: PriceKind,
  at: number,
): Promise<Map<number, ProductPrice>> {
  const rows = await findRows(reading, modelsOf(reading.sequelize).productPrice, {
    where: {
      productId: [...new Set(productIds)],
      kind,
      state: 'active',
      validFrom: { [Op.lte]: at },
      [Op.or]: [{ validUntil: null }, { validUntil: { [Op.gt]: at } }],
    },
  })
  return new Map(rows.map((row) => [row.productId, row]))
}

/** All prices of a product, by kind and time. */
export const listPrices = (reading: Reading, productId: number): Promise<ProductPrice[]> =>
  findRows(reading, modelsOf(reading.sequelize).productPrice, {
    where: { productId },
    order: ['kind', 'validFrom', 'id'],
  })
