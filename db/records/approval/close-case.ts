import { ok } from '../../../engine/result.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { type ApprovalCase, currentVotes } from './approval-case.ts'
import { standingOf, subjectChanged } from './cast-vote.ts'
import { changeCase } from './change-case.ts'
import { currentHash } from './current-hash.ts'
import { updateVote } from './update-vote.ts'

/**
 * Ends a case. `approved` and `rejected` must be what the votes say, and what is approved must still be what they were
 * cast on (invariant 14). Fails with `not_decided`, `subject_changed`, `case_closed`.
 */
export function closeCase(
  change: Change,
  caseId: number,
  state: 'approved' | 'rejected' | 'withdrawn',
): Promise<Outcome<ApprovalCase>> {
  return changeCase(change, caseId, `close-${state}`, async (approval) => {
    const standing = standingOf(approval)
    if (state !== 'withdrawn' && standing !== state)
      return problem(
        'not_decided',
        `Approval case ${caseId} can't end ${state}: its votes say ${standing}.`,
        { standing },
      )
    const hash = await currentHash(change, approval.subjectKind, approval.subjectId)
    if (state === 'approved' && hash !== approval.subjectHash) return subjectChanged(approval)
    return ok({ state, closedAt: change.now })
  })
}

/** Makes the votes of the running round count for nothing; the next is `startRound`. */
export function voidVotes(change: Change, caseId: number): Promise<Outcome<ApprovalCase>> {
  return changeCase(change, caseId, 'void-votes', async (approval) => {
    const valid = currentVotes(approval).filter(({ voidedAt }) => voidedAt === null)
    for (const vote of valid) await updateVote(change, vote, { voidedAt: change.now })
    return ok({})
  })
}
