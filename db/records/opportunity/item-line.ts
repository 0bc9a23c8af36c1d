import { ok } from '../../../engine/result.ts'
import { lineAmount, wholeInBasisPoints } from '../money/amount.ts'
import { canonicalDecimal, type Decimal, formatDecimal, parseDecimal } from '../money/decimal.ts'
import type { Product } from '../product/product.ts'
import { type Outcome, problem } from '../record-problem.ts'
import type { OpportunityItem } from './opportunity.ts'

/** A line of the form's grid. */
export interface ItemLine {
  /** Of the item that it was; left out for a new line. */
  readonly id?: number | null
  readonly productId?: number | null
  /** The product's name when left out. */
  readonly description?: string | null
  /** Decimal text above 0. */
  readonly quantity: string
  /** The product's when left out. */
  readonly unit?: string | null
  /** Decimal text of one unit's price, not negative. */
  readonly price: string
  /** Basis points: 500 is 5 %. */
  readonly discount: number
  /** Epoch milliseconds. */
  readonly promisedAt?: number | null
}

/** What a line says, checked and in canonical form. */
export type ItemContent = Pick<
  OpportunityItem,
  'productId' | 'description' | 'quantity' | 'unit' | 'price' | 'discount' | 'amount' | 'promisedAt'
>

/** Fails with `bad_line`, naming the line's place (from 1) and its field. */
export function contentOf(
  line: ItemLine,
  place: number,
  product: Pick<Product, 'name' | 'unit'> | undefined,
  currency: string,
): Outcome<ItemContent> {
  const bad = (field: string, expected: string) =>
    problem('bad_line', `Line ${place}, ${field}: expected ${expected}.`, { line: place, field })
  const quantity = parseDecimal(line.quantity)
  const price = parseDecimal(line.price)
  if (quantity === null || quantity.units <= 0n || !fits(quantity))
    return bad('quantity', 'a decimal above 0')
  if (price === null || price.units < 0n || !fits(price)) return bad('price', 'a decimal of 0 or more')
  if (!Number.isInteger(line.discount) || line.discount < 0 || line.discount > wholeInBasisPoints)
    return bad('discount', 'a whole number of basis points from 0 to 10000')
  if (line.productId && product === undefined) return bad('productId', 'a product that exists')
  const description = (line.description ?? product?.name ?? '').trim()
  if (description === '' || description.length > 400)
    return bad('description', 'up to 400 characters, or a product')
  const exact = { quantity: plain(quantity), price: plain(price), discount: line.discount }
  const texts = { productId: line.productId ?? null, description, unit: line.unit ?? product?.unit ?? 'pcs' }
  return ok({ ...texts, ...exact, amount: lineAmount(exact, currency), promisedAt: line.promisedAt ?? null })
}

/** Six digits on either side are plenty for goods, twelve before the point for rials. */
const fits = (value: Decimal): boolean => value.scale <= 6 && value.units < 10n ** BigInt(12 + value.scale)

const plain = (value: Decimal): string => formatDecimal(canonicalDecimal(value))
