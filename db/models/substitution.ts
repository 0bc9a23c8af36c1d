import type { Sequelize } from 'sequelize'
import {
  big,
  defineTable,
  type NumberedRow,
  numberedColumns,
  type RecordModel,
  text,
} from './record-columns.ts'

/** Who stands in for whom, from `fromAt` until before `untilAt`. */
export interface SubstitutionRow extends NumberedRow {
  absentId: string
  substituteId: string
  fromAt: number
  untilAt: number
}

export const defineSubstitution = (sequelize: Sequelize): RecordModel<SubstitutionRow> =>
  defineTable<SubstitutionRow>(sequelize, 'substitutions', {
    ...numberedColumns,
    absentId: text(64),
    substituteId: text(64),
    fromAt: big,
    untilAt: big,
  })
