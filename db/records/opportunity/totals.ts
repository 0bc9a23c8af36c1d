import { ok } from '../../../engine/result.ts'
import { sumAmounts, toMinorUnits } from '../money/amount.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { isGone } from './item-status.ts'
import type { OpportunityItem } from './opportunity.ts'

export interface Totals {
  /** Decimal text with the currency's digits. */
  readonly total: string
  /** The same in the currency's smallest unit: what is summed, sorted and compared. */
  readonly totalMinor: number
}

type Counted = Pick<OpportunityItem, 'amount' | 'status'>

/** Lines that make up the deal's value: those not given up, or, when all are, what was at stake. */
export function countedItems<Item extends Counted>(items: readonly Item[]): readonly Item[] {
  const kept = items.filter(({ status }) => !isGone(status))
  return kept.length > 0 ? kept : items
}

/** The sum of the rounded lines (invariant 4). Fails with `amount_too_large` past what integers hold exactly. */
export function totalsOf(items: readonly Counted[], currency: string): Outcome<Totals> {
  const amounts = countedItems(items).map(({ amount }) => amount)
  const total = sumAmounts(amounts, currency)
  const minor = toMinorUnits(total, currency)
  if (minor > BigInt(Number.MAX_SAFE_INTEGER))
    return problem(
      'amount_too_large',
      `A deal's total is limited to 2^53 of the smallest unit, got ${total} ${currency}.`,
    )
  return ok({ total, totalMinor: Number(minor) })
}
