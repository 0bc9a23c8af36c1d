import type { ApprovalVoteRow } from '../../models/approval-vote.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Change } from '../reading.ts'
import type { ApprovalVote } from './approval-case.ts'

/** Writes a vote of a case that is locked by `changeCase`. */
export async function updateVote(
  change: Change,
  { id, version }: ApprovalVote,
  values: Partial<Pick<ApprovalVoteRow, 'outcome' | 'voterId' | 'reason' | 'castAt' | 'voidedAt'>>,
): Promise<void> {
  const next = { ...values, version: version + 1, updatedBy: change.by, updatedAt: change.now }
  const { approvalVote } = modelsOf(change.sequelize)
  const [changed] = await approvalVote.update(next, {
    where: { id, version },
    transaction: change.transaction,
  })
  if (changed !== 1)
    throw new Error(`vote ${id} was changed without its case: all changes go through changeCase`)
}
