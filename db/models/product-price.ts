import type { Sequelize } from 'sequelize'
import {
  big,
  decimal,
  defineTable,
  type NumberedRow,
  numberedColumns,
  optionalBig,
  type RecordModel,
  text,
} from './record-columns.ts'

/** A price of a product, from `validFrom` until before `validUntil`. */
export interface ProductPriceRow extends NumberedRow {
  productId: number
  kind: string
  currency: string
  amount: string
  state: string
  validFrom: number
  validUntil: number | null
}

export const defineProductPrice = (sequelize: Sequelize): RecordModel<ProductPriceRow> =>
  defineTable<ProductPriceRow>(sequelize, 'product_prices', {
    ...numberedColumns,
    productId: big,
    kind: text(8),
    currency: text(3),
    amount: decimal,
    state: text(12),
    validFrom: big,
    validUntil: optionalBig,
  })
