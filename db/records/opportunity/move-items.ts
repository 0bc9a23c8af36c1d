import { ok } from '../../../engine/result.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { changeOpportunity, type OpportunityEdit, type OpportunityTarget } from './change-opportunity.ts'
import { canMove, type ItemStatus } from './item-status.ts'
import type { Opportunity, OpportunityItem } from './opportunity.ts'

/** Where one item goes. */
export interface ItemMove {
  readonly itemId: number
  readonly to: ItemStatus
  /** With `lost`. */
  readonly lostReasonId?: number
}

/** Moves items along the status table, all or none, as one change of the deal. */
export const moveItems = (
  change: Change,
  target: OpportunityTarget,
  action: string,
  choose: (opportunity: Opportunity) => Outcome<readonly ItemMove[]>,
): Promise<Outcome<Opportunity>> =>
  changeOpportunity(change, target, (opportunity) => {
    const moves = choose(opportunity)
    return moves.ok ? moved(opportunity, moves.value, action, change.now) : moves
  })

/** The edit itself. Fails with `item_not_found`, `bad_move` or `reason_required`. */
export function moved(
  { items }: Opportunity,
  moves: readonly ItemMove[],
  action: string,
  now: number,
): Outcome<OpportunityEdit> {
  const next = [...items]
  for (const move of moves) {
    const index = next.findIndex(({ id }) => id === move.itemId)
    const item = next[index]
    if (item === undefined)
      return problem('item_not_found', `The deal has no item ${move.itemId}.`, { id: move.itemId })
    const result = movedItem(item, move, now)
    if (!result.ok) return result
    next[index] = result.value
  }
  return ok({ action, items: next })
}

function movedItem(
  item: OpportunityItem,
  { to, lostReasonId }: ItemMove,
  now: number,
): Outcome<OpportunityItem> {
  if (!canMove(item, to))
    return problem('bad_move', `Item ${item.position} is ${item.status} and can't become ${to} from there.`, {
      id: item.id,
      from: item.status,
      to,
    })
  if (to === 'lost' && !lostReasonId)
    return problem('reason_required', `Item ${item.position} can't be lost without a reason.`, {
      id: item.id,
    })
  return ok({
    ...item,
    status: to,
    orderedAt: to === 'ordered' ? now : item.orderedAt,
    lostReasonId: to === 'lost' ? (lostReasonId ?? null) : item.lostReasonId,
  })
}
