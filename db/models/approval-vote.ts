import type { Sequelize } from 'sequelize'
import {
  big,
  defineTable,
  integer,
  type NumberedRow,
  numberedColumns,
  optionalBig,
  optionalText,
  type RecordModel,
  text,
} from './record-columns.ts'

/** A vote asked of `approver` (a person's or group's id), and what became of it. */
export interface ApprovalVoteRow extends NumberedRow {
  caseId: number
  round: number
  position: number
  approver: string
  voterId: string | null
  outcome: string | null
  reason: string | null
  subjectHash: string
  castAt: number | null
  voidedAt: number | null
}

export const defineApprovalVote = (sequelize: Sequelize): RecordModel<ApprovalVoteRow> =>
  defineTable<ApprovalVoteRow>(sequelize, 'approval_votes', {
    ...numberedColumns,
    caseId: big,
    round: integer,
    position: integer,
    approver: text(64),
    voterId: optionalText(64),
    outcome: optionalText(12),
    reason: optionalText(2000),
    subjectHash: text(64),
    castAt: optionalBig,
    voidedAt: optionalBig,
  })
