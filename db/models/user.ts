import type { Sequelize } from 'sequelize'
import {
  defineTable,
  flag,
  integer,
  optionalText,
  type RecordModel,
  type RecordRow,
  recordColumns,
  type SearchColumns,
  searchColumns,
  text,
} from './record-columns.ts'

/** A person who signs in; `id` is the login name. */
export interface UserRow extends RecordRow, SearchColumns {
  id: string
  name: string
  email: string | null
  passwordHash: string
  language: string
  theme: string
  timeZone: string
  disabled: number
  sessionEpoch: number
  clearance: number
}

export const defineUser = (sequelize: Sequelize): RecordModel<UserRow> =>
  defineTable<UserRow>(sequelize, 'users', {
    id: { ...text(64), primaryKey: true },
    ...recordColumns,
    name: text(200),
    email: optionalText(200),
    passwordHash: text(200),
    language: text(8),
    theme: text(8),
    timeZone: text(64),
    disabled: flag,
    sessionEpoch: integer,
    clearance: integer,
    ...searchColumns,
  })
