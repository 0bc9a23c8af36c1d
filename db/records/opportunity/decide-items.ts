import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { findRows } from '../rows.ts'
import { changeOpportunity, type OpportunityTarget } from './change-opportunity.ts'
import { isLive } from './item-status.ts'
import { moveItems } from './move-items.ts'
import type { Opportunity } from './opportunity.ts'
import { resultOf } from './stage-of.ts'

/** The customer orders these items. Fails with `nothing_ordered`, `item_not_found` or `bad_move`. */
export async function markOrdered(
  change: Change,
  target: OpportunityTarget,
  itemIds: readonly number[],
): Promise<Outcome<Opportunity>> {
  if (itemIds.length === 0)
    return problem('nothing_ordered', 'Choose at least one item that the customer orders.')
  return moveItems(change, target, 'order', () => ok(itemIds.map((itemId) => ({ itemId, to: 'ordered' }))))
}

/** Items are lost, each for its reason. Fails with `reason_required`, `reason_not_found`, `item_not_found`, `bad_move`. */
export async function markLost(
  change: Change,
  target: OpportunityTarget,
  losses: readonly { readonly itemId: number; readonly lostReasonId: number }[],
): Promise<Outcome<Opportunity>> {
  const known = await knownReasons(
    change,
    losses.map(({ lostReasonId }) => lostReasonId),
  )
  if (!known.ok) return known
  return moveItems(change, target, 'lose', () => ok(losses.map((loss) => ({ ...loss, to: 'lost' }))))
}

/** The customer has cancelled: every live item that is not delivered is cancelled. */
export const markCancelled = (change: Change, target: OpportunityTarget): Promise<Outcome<Opportunity>> =>
  moveItems(change, target, 'cancel', ({ items }) => {
    const open = items.filter(({ status }) => isLive(status) && status !== 'delivered')
    return ok(open.map(({ id }) => ({ itemId: id, to: 'cancelled' })))
  })

/**
 * Ends the deal with the result that follows from its items (invariant 11). A deal that is lost without a lost item, as it
 * never had one or the customer cancelled, needs `lostReasonId`.
 * Fails with `items_undecided`, `reason_required` or `reason_not_found`.
 */
export async function closeOpportunity(
  change: Change,
  target: OpportunityTarget,
  { lostReasonId = null }: { readonly lostReasonId?: number | null } = {},
): Promise<Outcome<Opportunity>> {
  const known = await knownReasons(change, lostReasonId === null ? [] : [lostReasonId])
  if (!known.ok) return known
  return changeOpportunity(change, target, ({ items, number }) => {
    const result = items.length === 0 ? 'lost' : resultOf(items)
    if (result === 'open')
      return problem(
        'items_undecided',
        `${number} has items that are neither ordered nor lost: decide them first.`,
      )
    if (result === 'lost' && lostReasonId === null && !items.some(({ status }) => status === 'lost'))
      return problem('reason_required', `${number} can't be lost without a reason.`)
    return ok({ action: 'close', close: true, head: { lostReasonId } })
  })
}

async function knownReasons(change: Change, ids: readonly number[]): Promise<Outcome<null>> {
  const rows = await findRows(change, modelsOf(change.sequelize).lostReason, {
    where: { id: [...new Set(ids)], active: 1 },
  })
  const missing = ids.find((id) => !rows.some((row) => row.id === id))
  if (missing === undefined) return ok(null)
  return problem('reason_not_found', `There is no reason ${missing} in use: choose one of the list.`, {
    reason: missing,
  })
}
