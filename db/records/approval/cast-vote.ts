import { ok } from '../../../engine/result.ts'
import { groupsOf } from '../people/groups-of.ts'
import { absentsOf } from '../people/substitution.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { type ApprovalCase, type ApprovalVote, currentVotes } from './approval-case.ts'
import { changeCase } from './change-case.ts'
import { currentHash } from './current-hash.ts'
import { ownRequest } from './open-case.ts'
import { type Standing, tally } from './tally.ts'
import { updateVote } from './update-vote.ts'

export interface Ballot {
  readonly caseId: number
  /** Whose vote it is: the person or group that was asked. */
  readonly approver: string
  /** Who casts it: that person, one of that group, or a substitute. */
  readonly voterId: string
  readonly outcome: 'approve' | 'reject' | 'return'
  /** Needed to reject and to return. */
  readonly reason?: string | null
}

/**
 * Casts a vote on the subject as it is now and answers how the round stands then.
 * Fails with `own_request` (also as a substitute or for a group), `not_an_approver`, `not_your_turn` (serial),
 * `already_voted` (naming who and when), `subject_changed`, `reason_required`, `case_closed`.
 */
export async function castVote(change: Change, ballot: Ballot): Promise<Outcome<Standing>> {
  const { outcome, voterId } = ballot
  const reason = ballot.reason?.trim() || null
  if (outcome !== 'approve' && reason === null)
    return problem('reason_required', `To ${outcome} a request takes a reason, so that it can be corrected.`)
  const voted = await changeCase(change, ballot.caseId, `vote-${outcome}`, async (approval) => {
    const vote = await openVote(change, approval, ballot)
    if (!vote.ok) return vote
    await updateVote(change, vote.value, { outcome, voterId, reason, castAt: change.now })
    return ok({})
  })
  return voted.ok ? ok(standingOf(voted.value)) : voted
}

/** How the running round of a case stands. */
export const standingOf = (approval: ApprovalCase): Standing =>
  tally({ ...approval, votes: currentVotes(approval) })

/** The vote that this voter may cast now. */
async function openVote(
  change: Change,
  approval: ApprovalCase,
  ballot: Ballot,
): Promise<Outcome<ApprovalVote>> {
  const { approver, voterId } = ballot
  if (voterId === approval.requesterId) return ownRequest(voterId)
  if (!(await mayVoteFor(change, voterId, approver))) return notAnApprover(voterId, approver)
  const vote = voteInTurn(approval, approver, voterId)
  if (!vote.ok) return vote
  const hash = await currentHash(change, approval.subjectKind, approval.subjectId)
  return hash === approval.subjectHash ? vote : subjectChanged(approval)
}

async function mayVoteFor(change: Change, voterId: string, approver: string): Promise<boolean> {
  if (voterId === approver) return true
  const groups = await groupsOf(change, voterId, change.now)
  if (groups.some(({ id }) => id === approver)) return true
  return (await absentsOf(change, voterId, change.now)).includes(approver)
}

/** The unanswered vote asked of `approver`; in a serial round only the first unanswered one has its turn. */
export function voteInTurn(
  approval: ApprovalCase,
  approver: string,
  voterId?: string,
): Outcome<ApprovalVote> {
  const votes = currentVotes(approval).filter(({ voidedAt }) => voidedAt === null)
  const open = votes.filter(({ outcome }) => outcome === null)
  const before = votes.find(
    (vote) => vote.outcome !== null && (vote.approver === approver || vote.voterId === voterId),
  )
  const own = open.find((vote) => vote.approver === approver)
  if (own === undefined) return before ? alreadyVoted(before) : notAnApprover(voterId ?? approver, approver)
  if (voterId !== undefined && before?.outcome === 'approve') return alreadyVoted(before)
  if (approval.mode === 'serial' && own !== open[0])
    return problem('not_your_turn', `"${open[0]?.approver}" is asked before "${approver}".`, { approver })
  return ok(own)
}

const alreadyVoted = ({ voterId, approver, outcome, castAt }: ApprovalVote) =>
  problem(
    'already_voted',
    `"${voterId}" has already cast a vote (${outcome}) in this round, for "${approver}".`,
    {
      by: voterId,
      at: castAt,
      outcome,
    },
  )

const notAnApprover = (voterId: string, approver: string) =>
  problem('not_an_approver', `"${voterId}" can't vote for "${approver}" in this round.`, {
    voterId,
    approver,
  })

/** What was approved is not what is there now: the votes are void and a new round is needed. */
export const subjectChanged = ({ id, subjectKind, subjectId }: ApprovalCase) =>
  problem(
    'subject_changed',
    `The ${subjectKind} was changed since its approval was asked for: start a new round.`,
    {
      caseId: id,
      subjectKind,
      subjectId,
    },
  )
