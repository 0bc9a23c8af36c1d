import { ok } from '../../../engine/result.ts'
import { getCase } from '../approval/approval-case.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import type { OpportunityTarget } from './change-opportunity.ts'
import type { ItemStatus } from './item-status.ts'
import { type ItemMove, moveItems } from './move-items.ts'
import type { Opportunity } from './opportunity.ts'
import { opportunityHash } from './subject-hash.ts'

/** Drafts go into approval. Fails with `nothing_to_approve`. */
export const submitForApproval = (change: Change, target: OpportunityTarget): Promise<Outcome<Opportunity>> =>
  moveItems(change, target, 'submit-for-approval', (opportunity) =>
    movesOf(opportunity, ['draft'], 'approval', 'nothing_to_approve'),
  )

/** Items in approval are drafts again: returned for correction, withdrawn or rejected. None is no failure. */
export const returnToDraft = (change: Change, target: OpportunityTarget): Promise<Outcome<Opportunity>> =>
  moveItems(change, target, 'return-to-draft', (opportunity) =>
    ok(movesFrom(opportunity, ['approval'], 'draft')),
  )

/**
 * Items in approval are approved, by a case that ended approved for exactly this content (invariant 14).
 * Fails with `not_approved` or `subject_changed`.
 */
export async function markApproved(
  change: Change,
  target: OpportunityTarget,
  caseId: number,
): Promise<Outcome<Opportunity>> {
  const approval = await getCase(change, caseId)
  return moveItems(change, target, 'approve', (opportunity) => {
    const about = approval?.subjectKind === 'opportunity' && approval.subjectId === opportunity.id
    if (!about || approval.state !== 'approved')
      return problem('not_approved', `Approval case ${caseId} has not approved ${opportunity.number}.`, {
        caseId,
      })
    if (approval.subjectHash !== opportunityHash(opportunity))
      return problem(
        'subject_changed',
        `${opportunity.number} was changed since it was approved: ask again.`,
        { caseId },
      )
    return ok(movesFrom(opportunity, ['approval'], 'approved'))
  })
}

/** Approved and answered items are in a quote. Fails with `nothing_to_quote`. */
export const markQuoted = (change: Change, target: OpportunityTarget): Promise<Outcome<Opportunity>> =>
  moveItems(change, target, 'quote', (opportunity) =>
    movesOf(opportunity, ['approved', 'answered'], 'quoted', 'nothing_to_quote'),
  )

const movesFrom = ({ items }: Opportunity, from: readonly ItemStatus[], to: ItemStatus): ItemMove[] =>
  items.filter(({ status }) => from.includes(status)).map(({ id }) => ({ itemId: id, to }))

function movesOf(
  opportunity: Opportunity,
  from: readonly ItemStatus[],
  to: ItemStatus,
  none: string,
): Outcome<ItemMove[]> {
  const moves = movesFrom(opportunity, from, to)
  if (moves.length > 0) return ok(moves)
  return problem(none, `${opportunity.number} has no item that is ${from.join(' or ')}.`, {
    id: opportunity.id,
  })
}
