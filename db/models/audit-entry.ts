import type { Sequelize } from 'sequelize'
import { big, defineTable, integer, longText, type RecordModel, text } from './record-columns.ts'

/** One change of one record; `seq` is the version it led to. Only ever added to. */
export interface AuditEntryRow {
  recordKind: string
  recordId: string
  seq: number
  at: number
  by: string
  action: string
  changes: string
  previousHash: string
  hash: string
}

export const defineAuditEntry = (sequelize: Sequelize): RecordModel<AuditEntryRow> =>
  defineTable<AuditEntryRow>(sequelize, 'audit_log', {
    recordKind: { ...text(40), primaryKey: true },
    recordId: { ...text(64), primaryKey: true },
    seq: { ...integer, primaryKey: true },
    at: big,
    by: text(64),
    action: text(40),
    changes: longText,
    previousHash: text(64),
    hash: text(64),
  })
