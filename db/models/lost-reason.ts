import type { Sequelize } from 'sequelize'
import {
  defineTable,
  flag,
  type NumberedRow,
  numberedColumns,
  type RecordModel,
  type SearchColumns,
  searchColumns,
  text,
} from './record-columns.ts'

/** Why a deal or a line of it was lost. */
export interface LostReasonRow extends NumberedRow, SearchColumns {
  nameEn: string
  nameFa: string
  active: number
}

export const defineLostReason = (sequelize: Sequelize): RecordModel<LostReasonRow> =>
  defineTable<LostReasonRow>(sequelize, 'lost_reasons', {
    ...numberedColumns,
    nameEn: text(200),
    nameFa: text(200),
    active: flag,
    ...searchColumns,
  })
