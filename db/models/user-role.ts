import type { Sequelize } from 'sequelize'
import { defineTable, type RecordModel, text } from './record-columns.ts'

/** Which roles a user has; part of the user's record. */
export interface UserRoleRow {
  userId: string
  roleId: string
}

export const defineUserRole = (sequelize: Sequelize): RecordModel<UserRoleRow> =>
  defineTable<UserRoleRow>(sequelize, 'user_roles', {
    userId: { ...text(64), primaryKey: true },
    roleId: { ...text(64), primaryKey: true },
  })
