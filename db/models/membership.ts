import type { Sequelize } from 'sequelize'
import { defineTable, type RecordModel, text } from './record-columns.ts'

/** Who belongs to which unit; part of the user's record. */
export interface MembershipRow {
  unitId: string
  userId: string
}

export const defineMembership = (sequelize: Sequelize): RecordModel<MembershipRow> =>
  defineTable<MembershipRow>(sequelize, 'memberships', {
    unitId: { ...text(64), primaryKey: true },
    userId: { ...text(64), primaryKey: true },
  })
