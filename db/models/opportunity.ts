import type { Sequelize } from 'sequelize'
import {
  big,
  decimal,
  defineTable,
  type NumberedRow,
  numberedColumns,
  optionalBig,
  type RecordModel,
  type SearchColumns,
  searchColumns,
  text,
} from './record-columns.ts'

/** A deal. `stage`, `result` and the totals are functions of its items and only written with them. */
export interface OpportunityRow extends NumberedRow, SearchColumns {
  number: string
  title: string
  partyId: number
  contactId: number | null
  type: string
  ownerId: string
  unitId: string
  currency: string
  stage: string
  stageSince: number
  result: string
  lostReasonId: number | null
  total: string
  totalMinor: number
  instanceKey: number | null
  closedAt: number | null
}

export const defineOpportunity = (sequelize: Sequelize): RecordModel<OpportunityRow> =>
  defineTable<OpportunityRow>(sequelize, 'opportunities', {
    ...numberedColumns,
    number: text(20),
    title: text(200),
    partyId: big,
    contactId: optionalBig,
    type: text(40),
    ownerId: text(64),
    unitId: text(64),
    currency: text(3),
    stage: text(20),
    stageSince: big,
    result: text(12),
    lostReasonId: optionalBig,
    total: decimal,
    totalMinor: big,
    instanceKey: optionalBig,
    closedAt: optionalBig,
    ...searchColumns,
  })
