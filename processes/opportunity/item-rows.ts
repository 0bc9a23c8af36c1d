import { z } from 'zod'
import type { ItemLine } from '../../db/records/opportunity/item-line.ts'
import type { Opportunity, OpportunityItem } from '../../db/records/opportunity/opportunity.ts'
import { optionalRecordId } from '../record-id.ts'

/** Basis points of one percent: forms speak of percent, records of basis points. */
const perPercent = 100

const decimalText = z.union([z.string(), z.number()]).transform(String)

/** A row of the grid `items`, as the forms fill it. */
export const itemRow = z.object({
  /** Of the item that it was; absent in a new row. */
  id: optionalRecordId,
  product: optionalRecordId,
  quantity: decimalText,
  unit: z.string().nullish(),
  price: z.object({ amount: decimalText, currency: z.string() }),
  /** Percent. */
  discount: z
    .number()
    .nullish()
    .transform((percent) => percent ?? 0),
})
export type ItemRow = z.output<typeof itemRow>

export const itemRows = z
  .array(itemRow)
  .nullish()
  .transform((rows) => rows ?? [])

/** A row as a variable: what the grid shows of an item. */
export const shownRow = z.object({
  id: z.string(),
  product: z.string().nullable(),
  description: z.string(),
  quantity: z.string(),
  unit: z.string(),
  price: z.object({ amount: z.string(), currency: z.string() }),
  discount: z.number(),
  amount: z.object({ amount: z.string(), currency: z.string() }),
})
type ShownRow = z.infer<typeof shownRow>

/** Items that are still a matter of negotiation, as rows of a grid. */
export const openRows = ({ items, currency }: Opportunity): ShownRow[] =>
  items.filter(isNegotiable).map((item) => rowOf(item, currency))

/** Not yet ordered, given up, or on the way to the customer. */
export const isNegotiable = ({ status }: Pick<OpportunityItem, 'status'>): boolean =>
  ['draft', 'approval', 'approved', 'answered', 'quoted'].includes(status)

const rowOf = (item: OpportunityItem, currency: string): ShownRow => ({
  id: String(item.id),
  product: item.productId === null ? null : String(item.productId),
  description: item.description,
  quantity: item.quantity,
  unit: item.unit,
  price: { amount: item.price, currency },
  discount: item.discount / perPercent,
  amount: { amount: item.amount, currency },
})

/**
 * The grid's rows as lines of the deal. What the grid does not show (a description of one's own, the promised date)
 * stays with its item, unless that is now another product.
 */
export const linesOf = (rows: readonly ItemRow[], { items }: Pick<Opportunity, 'items'>): ItemLine[] =>
  rows.map(({ id, product, quantity, unit, price, discount }) => {
    const same = items.find((item) => item.id === id && item.productId === product)
    return {
      ...(id === null ? {} : { id }),
      productId: product,
      description: same?.description ?? null,
      quantity,
      unit: unit || null,
      price: price.amount,
      discount: Math.round(discount * perPercent),
      promisedAt: same?.promisedAt ?? null,
    }
  })
