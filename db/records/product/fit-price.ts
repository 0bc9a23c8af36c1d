import { ok } from '../../../engine/result.ts'
import { type Outcome, problem } from '../record-problem.ts'
import type { ProductPrice } from './product-price.ts'

type Period = Pick<ProductPrice, 'id' | 'version' | 'validFrom' | 'validUntil'>

/** What an activation does to the periods of a product's active prices of one kind. */
export interface Fit {
  /** The price that ends where the new one begins; null when none was in force then. */
  readonly shortened: Period | null
  /** Where the new one ends because a later one is already there; null for an open end. */
  readonly validUntil: number | null
}

/** Puts a new price between the active ones, which never overlap. Fails with `price_conflict`. */
export function fitPrice(active: readonly Period[], price: Period): Outcome<Fit> {
  const same = active.find(({ validFrom }) => validFrom === price.validFrom)
  if (same !== undefined)
    return problem('price_conflict', `Price ${same.id} already begins at that time: choose another time.`, {
      price: price.id,
      other: same.id,
    })
  const later = active.map(({ validFrom }) => validFrom).filter((validFrom) => validFrom > price.validFrom)
  return ok({
    shortened: active.find((one) => holdsAt(one, price.validFrom)) ?? null,
    validUntil: later.length === 0 ? null : Math.min(...later),
  })
}

/** Whether the price is in force at `at`. */
export const holdsAt = (
  { validFrom, validUntil }: Pick<Period, 'validFrom' | 'validUntil'>,
  at: number,
): boolean => validFrom <= at && (validUntil === null || at < validUntil)
