import type { Sequelize } from 'sequelize'
import {
  big,
  decimal,
  defineTable,
  integer,
  type NumberedRow,
  numberedColumns,
  optionalBig,
  type RecordModel,
  text,
} from './record-columns.ts'

/** A line of a deal, with its own fate. `discount` is in basis points. */
export interface OpportunityItemRow extends NumberedRow {
  opportunityId: number
  position: number
  productId: number | null
  description: string
  quantity: string
  unit: string
  price: string
  discount: number
  amount: string
  status: string
  promisedAt: number | null
  orderedAt: number | null
  lostReasonId: number | null
}

export const defineOpportunityItem = (sequelize: Sequelize): RecordModel<OpportunityItemRow> =>
  defineTable<OpportunityItemRow>(sequelize, 'opportunity_items', {
    ...numberedColumns,
    opportunityId: big,
    position: integer,
    productId: optionalBig,
    description: text(400),
    quantity: decimal,
    unit: text(20),
    price: decimal,
    discount: integer,
    amount: decimal,
    status: text(20),
    promisedAt: optionalBig,
    orderedAt: optionalBig,
    lostReasonId: optionalBig,
  })
