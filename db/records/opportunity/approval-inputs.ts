import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import { lineAmount, sumAmounts, toMinorUnits, wholeInBasisPoints } from '../money/amount.ts'
import { type ProductPrice, pricesAt } from '../product/product-price.ts'
import type { Reading } from '../reading.ts'
import type { Outcome } from '../record-problem.ts'
import { findRow } from '../rows.ts'
import { notFound } from '../write-record.ts'
import { isGone } from './item-status.ts'
import { getOpportunity, type Opportunity } from './opportunity.ts'
import { opportunityHash } from './subject-hash.ts'

/** What the approval matrix (D2) decides on: integers only, since FEEL counts in decimals of its own. */
export interface ApprovalInputs {
  /** Total in the currency's smallest unit. */
  readonly amount: number
  readonly currency: string
  /** Highest discount of a line, in basis points. */
  readonly maxDiscount: number
  /** A, B or C. */
  readonly customerClass: string
  /** (total − standard cost) / total in basis points, rounded down; null when a line's standard cost is unknown. */
  readonly margin: number | null
  /** Of exactly this content. */
  readonly subjectHash: string
}

/** `at`: epoch milliseconds of the standard costs. Fails with `record_not_found`. */
export async function approvalInputs(
  reading: Reading,
  id: number,
  at: number,
): Promise<Outcome<ApprovalInputs>> {
  const opportunity = await getOpportunity(reading, id)
  if (opportunity === null) return notFound('opportunities', id)
  const party = await findRow(reading, modelsOf(reading.sequelize).party, {
    where: { id: opportunity.partyId },
    attributes: ['level'],
  })
  const products = opportunity.items.flatMap(({ productId }) => (productId === null ? [] : [productId]))
  const costs = await pricesAt(reading, products, 'std', at)
  return ok({
    amount: opportunity.totalMinor,
    currency: opportunity.currency,
    maxDiscount: Math.max(0, ...keptItems(opportunity).map(({ discount }) => discount)),
    customerClass: party?.level ?? 'C',
    margin: marginOf(opportunity, costs),
    subjectHash: opportunityHash(opportunity),
  })
}

/** See `ApprovalInputs.margin`. */
export function marginOf(
  opportunity: Pick<Opportunity, 'items' | 'currency'>,
  costs: ReadonlyMap<number, Pick<ProductPrice, 'amount' | 'currency'>>,
): number | null {
  const { currency } = opportunity
  const items = keptItems(opportunity)
  const costOf = ({ productId, quantity }: (typeof items)[number]): string[] => {
    const cost = costs.get(productId ?? 0)
    return cost?.currency === currency
      ? [lineAmount({ price: cost.amount, quantity, discount: 0 }, currency)]
      : []
  }
  const known = items.flatMap(costOf)
  const total = minor(
    items.map(({ amount }) => amount),
    currency,
  )
  if (known.length < items.length || total === 0n) return null
  return Number(floored((total - minor(known, currency)) * BigInt(wholeInBasisPoints), total))
}

const keptItems = ({ items }: Pick<Opportunity, 'items'>) => items.filter(({ status }) => !isGone(status))
const minor = (amounts: readonly string[], currency: string): bigint =>
  toMinorUnits(sumAmounts(amounts, currency), currency)
/** BigInt division cuts towards zero; a loss must not look smaller than it is. */
const floored = (a: bigint, b: bigint): bigint => (a % b < 0n ? a / b - 1n : a / b)
