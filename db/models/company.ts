import type { Sequelize } from 'sequelize'
import {
  defineTable,
  flag,
  integer,
  type RecordModel,
  type RecordRow,
  recordColumns,
  text,
} from './record-columns.ts'

/** The one row of settings of the company. */
export interface CompanyRow extends RecordRow {
  id: number
  name: string
  language: string
  timeZone: string
  currency: string
  demo: number
  stalledDays: number
}

export const defineCompany = (sequelize: Sequelize): RecordModel<CompanyRow> =>
  defineTable<CompanyRow>(sequelize, 'company', {
    id: { ...integer, primaryKey: true },
    ...recordColumns,
    name: text(200),
    language: text(8),
    timeZone: text(64),
    currency: text(3),
    demo: flag,
    stalledDays: integer,
  })
