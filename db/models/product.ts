import type { Sequelize } from 'sequelize'
import {
  defineTable,
  type NumberedRow,
  numberedColumns,
  optionalText,
  type RecordModel,
  type SearchColumns,
  searchColumns,
  text,
} from './record-columns.ts'

/** What is sold. */
export interface ProductRow extends NumberedRow, SearchColumns {
  code: string
  name: string
  category: string | null
  unit: string
  mode: string
}

export const defineProduct = (sequelize: Sequelize): RecordModel<ProductRow> =>
  defineTable<ProductRow>(sequelize, 'products', {
    ...numberedColumns,
    code: text(40),
    name: text(200),
    category: optionalText(100),
    unit: text(20),
    mode: text(20),
    ...searchColumns,
  })
