import { ok } from '../../../engine/result.ts'
import { insertRow } from '../insert-rows.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { firstStamps } from '../write-record.ts'
import { type ApprovalCase, currentVotes } from './approval-case.ts'
import { voteInTurn } from './cast-vote.ts'
import { changeCase } from './change-case.ts'
import { ownRequest } from './open-case.ts'
import { updateVote } from './update-vote.ts'

export interface HandOver {
  readonly caseId: number
  /** Whose vote it was. */
  readonly approver: string
  /** Person or group that is asked instead. */
  readonly to: string
  /** By the approver, or by a timer. */
  readonly how: 'delegated' | 'escalated'
  readonly reason?: string | null
}

/**
 * Asks someone else instead, in the same place of the order. Fails with `own_request`, `already_asked`,
 * `not_an_approver`, `not_your_turn`, `already_voted`, `case_closed`.
 */
export function handOverVote(
  change: Change,
  { caseId, approver, to, how, reason }: HandOver,
): Promise<Outcome<ApprovalCase>> {
  return changeCase(change, caseId, `vote-${how}`, async (approval) => {
    if (to === approval.requesterId) return ownRequest(to)
    const votes = currentVotes(approval)
    if (votes.some((one) => one.approver === to))
      return problem('already_asked', `"${to}" is already asked in this round.`, { to })
    const vote = voteInTurn(approval, approver)
    if (!vote.ok) return vote
    const { position, round, subjectHash } = vote.value
    await updateVote(change, vote.value, {
      outcome: how,
      voterId: change.by,
      reason: reason ?? null,
      castAt: change.now,
    })
    const asked = { caseId, round, position: position + 1, approver: to, subjectHash }
    const unanswered = { voterId: null, outcome: null, reason: null, castAt: null, voidedAt: null }
    await insertRow(change, 'approval_votes', { ...asked, ...unanswered, ...firstStamps(change) })
    return ok({})
  })
}
