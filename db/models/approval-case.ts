import type { Sequelize } from 'sequelize'
import {
  big,
  defineTable,
  integer,
  type NumberedRow,
  numberedColumns,
  optionalBig,
  type RecordModel,
  text,
} from './record-columns.ts'

/** A request for approval. `quorum`: approvals needed in a parallel round; 0 means all. */
export interface ApprovalCaseRow extends NumberedRow {
  subjectKind: string
  subjectId: number
  subjectHash: string
  requesterId: string
  mode: string
  quorum: number
  round: number
  state: string
  closedAt: number | null
}

export const defineApprovalCase = (sequelize: Sequelize): RecordModel<ApprovalCaseRow> =>
  defineTable<ApprovalCaseRow>(sequelize, 'approval_cases', {
    ...numberedColumns,
    subjectKind: text(40),
    subjectId: big,
    subjectHash: text(64),
    requesterId: text(64),
    mode: text(10),
    quorum: integer,
    round: integer,
    state: text(12),
    closedAt: optionalBig,
  })
