import { z } from 'zod'
import { castVote as castBallot } from '../../db/records/approval/cast-vote.ts'
import { voidVotes } from '../../db/records/approval/close-case.ts'
import { handOverVote } from '../../db/records/approval/hand-over-vote.ts'
import type { Change } from '../../db/records/reading.ts'
import { orRefuse } from '../../db/records/record-problem.ts'
import { Refuse } from '../../engine/index.ts'
import { seat, seatOf } from '../approval/seat.ts'
import { recordHandler } from '../record-handler.ts'
import { recordId } from '../record-id.ts'

const input = z.object({
  caseId: recordId,
  requester: z.string(),
  /** Who corrected the request after it was returned. */
  corrector: z.string().nullish(),
  seat,
  voteOutcome: z.enum(['approve', 'return', 'reject', 'delegate']),
  comment: z.string().nullish(),
  delegateTo: z.string().nullish(),
})
type Input = z.output<typeof input>

const output = z.object({
  /** How the round stands then; `void`: the subject was changed and the votes count for nothing. */
  standing: z.enum(['open', 'approved', 'rejected', 'returned', 'void']),
  reason: z.string().nullable(),
  seat,
})
type Output = z.infer<typeof output>

/** Whoever completed the task votes, or gives the vote to a colleague. */
export const castVote = recordHandler({
  input,
  output,
  async run(change, vote) {
    if (change.by === vote.requester || change.by === vote.corrector) throw ownRequest(change.by)
    return vote.voteOutcome === 'delegate' ? delegate(change, vote) : cast(change, vote, vote.voteOutcome)
  },
})

async function delegate(change: Change, vote: Input): Promise<Output> {
  const { caseId, requester, delegateTo: to, comment: reason } = vote
  const next = to ? await seatOf(change, to, requester) : null
  if (!to || next === null || to === vote.corrector)
    throw new Refuse(
      'nobody_to_delegate_to',
      'Choose a colleague who can decide: someone at work who has not asked for it.',
    )
  const { approver } = vote.seat
  orRefuse(
    await handOverVote(change, { caseId, approver, to, how: 'delegated', ...(reason ? { reason } : {}) }),
  )
  return { standing: 'open', reason: null, seat: next }
}

async function cast(change: Change, vote: Input, outcome: 'approve' | 'return' | 'reject'): Promise<Output> {
  const { caseId, seat, comment } = vote
  const ballot = { caseId, approver: seat.approver, voterId: change.by, outcome }
  const done = await castBallot(change, { ...ballot, ...(comment ? { reason: comment } : {}) })
  if (!done.ok && done.error.code === 'subject_changed') {
    orRefuse(await voidVotes(change, caseId))
    return { standing: 'void', reason: null, seat }
  }
  return { standing: orRefuse(done), reason: outcome === 'approve' ? null : (comment ?? null), seat }
}

const ownRequest = (by: string) =>
  new Refuse(
    'own_request',
    'You have asked for this approval yourself, so you can’t give it: leave it to a colleague.',
    {
      by,
    },
  )
