import type { Sequelize } from 'sequelize'
import {
  defineTable,
  type NumberedRow,
  numberedColumns,
  optionalBig,
  type RecordModel,
  type SearchColumns,
  searchColumns,
  text,
} from './record-columns.ts'

/** A tree of customers' groups. */
export interface CustomerGroupRow extends NumberedRow, SearchColumns {
  parentId: number | null
  nameEn: string
  nameFa: string
}

export const defineCustomerGroup = (sequelize: Sequelize): RecordModel<CustomerGroupRow> =>
  defineTable<CustomerGroupRow>(sequelize, 'customer_groups', {
    ...numberedColumns,
    parentId: optionalBig,
    nameEn: text(200),
    nameFa: text(200),
    ...searchColumns,
  })
