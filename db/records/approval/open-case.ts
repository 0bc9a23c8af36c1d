import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import { insertRows } from '../insert-rows.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { firstStamps, insertNumbered, notFound } from '../write-record.ts'
import { type ApprovalCase, type ApprovalMode, getCase } from './approval-case.ts'
import { changeCase } from './change-case.ts'
import { currentHash, type SubjectKind } from './current-hash.ts'
import { positionStep } from './positions.ts'

/** What the approval matrix (D2) asks for. */
export interface ApprovalPolicy {
  /** Ids of people or groups, in order; empty approves by itself. */
  readonly approvers: readonly string[]
  readonly mode: ApprovalMode
  /** Approvals needed in parallel; 0 or left out: all. */
  readonly quorum?: number
}

export interface NewCase extends ApprovalPolicy {
  readonly subjectKind: SubjectKind
  readonly subjectId: number
  /** Who asks, and so can't approve. */
  readonly requesterId: string
}

/** Opens a case with its first round, for the subject as it is now. Fails with `record_not_found` or `own_request`. */
export async function openApprovalCase(change: Change, wanted: NewCase): Promise<Outcome<ApprovalCase>> {
  const { subjectKind, subjectId, requesterId, mode, quorum = 0, approvers } = wanted
  const subjectHash = await currentHash(change, subjectKind, subjectId)
  if (subjectHash === null) return notFound(subjectKind, subjectId)
  if (approvers.includes(requesterId)) return ownRequest(requesterId)
  const beginning = { subjectHash, round: 1, state: 'open', closedAt: null }
  const subject = { subjectKind, subjectId, requesterId, mode, quorum }
  const id = await insertNumbered(change, modelsOf(change.sequelize).approvalCase, {
    ...subject,
    ...beginning,
  })
  await askFor(change, id, 1, approvers, subjectHash)
  const opened = await getCase(change, id)
  return opened === null ? notFound('approval_cases', id) : ok(opened)
}

/** A new round for the subject as it is now, after a correction or when it was changed under the votes. */
export async function startRound(
  change: Change,
  caseId: number,
  policy: ApprovalPolicy,
): Promise<Outcome<ApprovalCase>> {
  const { mode, quorum = 0, approvers } = policy
  return changeCase(change, caseId, 'start-round', async (approval) => {
    if (approvers.includes(approval.requesterId)) return ownRequest(approval.requesterId)
    const subjectHash = await currentHash(change, approval.subjectKind, approval.subjectId)
    if (subjectHash === null) return notFound(approval.subjectKind, approval.subjectId)
    const round = approval.round + 1
    await askFor(change, caseId, round, approvers, subjectHash)
    return ok({ mode, quorum, round, subjectHash })
  })
}

/** Nobody approves what they have asked for themselves (invariant 14). */
export const ownRequest = (requester: string) =>
  problem(
    'own_request',
    `"${requester}" has asked for this approval and can't give it: ask their superior.`,
    { requester },
  )

function askFor(
  change: Change,
  caseId: number,
  round: number,
  approvers: readonly string[],
  subjectHash: string,
): Promise<void> {
  const unanswered = { voterId: null, outcome: null, reason: null, castAt: null, voidedAt: null }
  const votes = [...new Set(approvers)].map((approver, index) => ({
    ...{ caseId, round, position: (index + 1) * positionStep, approver, subjectHash },
    ...unanswered,
    ...firstStamps(change),
  }))
  return insertRows(change, 'approval_votes', votes)
}
