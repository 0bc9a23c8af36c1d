/** Every status of an opportunity's item, in the order of the way. An item has exactly one. */
export const itemStatuses = [
  'draft',
  'approval',
  'approved',
  'sourcing',
  'supply',
  'production',
  'purchase',
  'reserved',
  'answered',
  'quoted',
  'ordered',
  'promised',
  'proforma',
  'invoiced',
  'dispatched',
  'exited',
  'delivered',
  'closed',
  'lost',
  'cancelled',
] as const
export type ItemStatus = (typeof itemStatuses)[number]

/**
 * Where an item may go next. What is approved may be asked for again when it was changed; `quoted` and `ordered` may skip
 * sourcing. Leaving for `lost` or `cancelled` is possible everywhere before delivery and not repeated here.
 */
const onward: Readonly<Record<ItemStatus, readonly ItemStatus[]>> = {
  draft: ['approval'],
  approval: ['approved', 'draft'],
  approved: ['draft', 'approval', 'sourcing', 'quoted', 'ordered'],
  sourcing: ['reserved', 'supply', 'production', 'purchase', 'draft'],
  supply: ['answered', 'sourcing'],
  production: ['answered', 'sourcing'],
  purchase: ['answered', 'sourcing'],
  reserved: ['answered', 'sourcing', 'proforma'],
  answered: ['quoted', 'ordered', 'sourcing', 'draft'],
  quoted: ['ordered', 'draft'],
  ordered: ['reserved', 'promised'],
  promised: ['proforma', 'reserved'],
  proforma: ['invoiced'],
  invoiced: ['dispatched'],
  dispatched: ['exited'],
  exited: ['delivered'],
  delivered: ['closed'],
  closed: [],
  lost: [],
  cancelled: [],
}

/** What of an item decides where it may go: stock is reserved for an inquiry and again for an order. */
export interface StatusOf {
  readonly status: ItemStatus
  /** Epoch milliseconds; null before the order. */
  readonly orderedAt: number | null
}

/** Whether the item may go there in one step. */
export function canMove({ status, orderedAt }: StatusOf, to: ItemStatus): boolean {
  if (to === 'lost' || to === 'cancelled') return isLive(status) && status !== 'delivered'
  if (status === 'reserved' && to === 'proforma') return orderedAt !== null
  if (status === 'reserved') return onward.reserved.includes(to) && orderedAt === null
  return onward[status].includes(to)
}

/** Not at an end. */
export const isLive = (status: ItemStatus): boolean => status !== 'closed' && !isGone(status)

/** Given up, by us or by the customer. */
export const isGone = (status: ItemStatus): boolean => status === 'lost' || status === 'cancelled'

/** The customer has ordered it. */
export const isOrdered = ({ status, orderedAt }: StatusOf): boolean => orderedAt !== null && !isGone(status)

export const isItemStatus = (text: string): text is ItemStatus =>
  itemStatuses.some((status) => status === text)

/** How far along the way; the four ways of sourcing are equally far, and a reservation for an order is further. */
export function progressOf({ status, orderedAt }: StatusOf): number {
  if (status === 'reserved' && orderedAt !== null) return itemStatuses.indexOf('promised')
  if (status === 'supply' || status === 'production' || status === 'purchase')
    return itemStatuses.indexOf('reserved')
  return itemStatuses.indexOf(status)
}
