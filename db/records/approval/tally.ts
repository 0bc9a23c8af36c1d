import type { ApprovalMode, ApprovalVote } from './approval-case.ts'

/** How a round stands. `returned` asks for a correction and a new round; `open` needs more votes. */
export type Standing = 'open' | 'approved' | 'rejected' | 'returned'

interface Ballot {
  readonly mode: ApprovalMode
  /** Approvals needed in a parallel round; 0 means all. */
  readonly quorum: number
  /** Of one round. */
  readonly votes: readonly Pick<ApprovalVote, 'outcome' | 'voidedAt'>[]
}

/**
 * The rule of P4: a return ends the round at once; it is approved with enough approvals and rejected as soon as there can't
 * be enough any more, which is the first veto where all must approve. Nobody to ask (the matrix is empty) approves.
 */
export function tally({ mode, quorum, votes }: Ballot): Standing {
  if (votes.some(({ voidedAt }) => voidedAt !== null)) return 'open'
  const slots = votes.filter(({ outcome }) => outcome !== 'delegated' && outcome !== 'escalated')
  const cast = (wanted: string): number => slots.filter(({ outcome }) => outcome === wanted).length
  const needed = mode === 'parallel' && quorum > 0 ? Math.min(quorum, slots.length) : slots.length
  if (cast('return') > 0) return 'returned'
  if (cast('approve') >= needed) return 'approved'
  return slots.length - cast('reject') < needed ? 'rejected' : 'open'
}
