import type { Sequelize } from 'sequelize'
import { big, defineTable, type RecordModel, text } from './record-columns.ts'

/** One attempt to sign in, as it was typed. */
export interface LoginEntryRow {
  id: number
  at: number
  userId: string
  outcome: string
  address: string
  agent: string
}

export const defineLoginEntry = (sequelize: Sequelize): RecordModel<LoginEntryRow> =>
  defineTable<LoginEntryRow>(sequelize, 'login_log', {
    id: { ...big, primaryKey: true, autoIncrement: true },
    at: big,
    userId: text(64),
    outcome: text(40),
    address: text(64),
    agent: text(200),
  })
