import { createHash } from 'node:crypto'
import { isGone } from './item-status.ts'
import type { Opportunity } from './opportunity.ts'

/**
 * SHA-256, hex, over what an approval is about: party, currency and the lines that are not given up, whatever their order.
 * Stored decimals are canonical, so the same content always gives the same hash.
 */
export function opportunityHash({
  partyId,
  currency,
  items,
}: Pick<Opportunity, 'partyId' | 'currency' | 'items'>): string {
  const lines = items
    .filter(({ status }) => !isGone(status))
    .map(({ productId, description, quantity, unit, price, discount }) =>
      JSON.stringify([productId, description, quantity, unit, price, discount]),
    )
    .sort()
  return createHash('sha256')
    .update(JSON.stringify([partyId, currency, lines]))
    .digest('hex')
}
