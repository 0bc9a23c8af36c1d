import { type ItemStatus, isGone, isLive, isOrdered, progressOf, type StatusOf } from './item-status.ts'

/** `open` until every item is ordered or given up and the deal is closed. */
export type OpportunityResult = 'open' | 'won' | 'partly_won' | 'lost'

/**
 * The stage of a deal: the status of its furthest-behind live item, never written by hand. Without live items it is where
 * they ended: `closed` if any item got there, else `lost`, else `cancelled`; without items it is `draft`.
 */
export function stageOf(items: readonly StatusOf[]): ItemStatus {
  const live = items.filter(({ status }) => isLive(status))
  const [furthestBehind] = live.toSorted((a, b) => progressOf(a) - progressOf(b))
  if (furthestBehind !== undefined) return furthestBehind.status
  const ends: readonly ItemStatus[] = ['closed', 'lost', 'cancelled']
  return ends.find((end) => items.some(({ status }) => status === end)) ?? 'draft'
}

/**
 * What the items make of the deal (invariant 11); `open` while any of them is undecided. Until delivery is part of the
 * platform an ordered item is a won one.
 */
export function resultOf(items: readonly StatusOf[]): OpportunityResult {
  const won = items.filter(isOrdered).length
  const gone = items.filter(({ status }) => isGone(status)).length
  if (items.length === 0 || won + gone < items.length) return 'open'
  if (won === 0) return 'lost'
  return gone === 0 ? 'won' : 'partly_won'
}
