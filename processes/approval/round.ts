import type { ApprovalCase } from '../../db/records/approval/approval-case.ts'
import type { SubjectKind } from '../../db/records/approval/current-hash.ts'
import { type ApprovalPolicy, openApprovalCase, startRound } from '../../db/records/approval/open-case.ts'
import type { Change } from '../../db/records/reading.ts'
import { orRefuse } from '../../db/records/record-problem.ts'

export interface Request {
  readonly subjectKind: SubjectKind
  readonly subjectId: number
  readonly requester: string
  /** Null before the first round. */
  readonly caseId: number | null
}

/** The first round of a new case, or the next of the one that is there, pinned to the subject as it is now. */
export async function beginRound(
  change: Change,
  request: Request,
  policy: ApprovalPolicy,
): Promise<ApprovalCase> {
  const { subjectKind, subjectId, requester, caseId } = request
  if (caseId !== null) return orRefuse(await startRound(change, caseId, policy))
  return orRefuse(
    await openApprovalCase(change, { ...policy, subjectKind, subjectId, requesterId: requester }),
  )
}
