import type { Condition, Order } from '../../../engine/ports/store.ts'
import type { Place } from './cursor.ts'

type Side = 'after' | 'before'
type Branch<Row> = readonly Condition<Row>[]

/**
 * The rows that sort after (or before) a place: those that differ first in column i and lie beyond there, for each i.
 * Nulls sort last in both directions, so nothing lies after one and everything else before it.
 */
export function beside<Row extends { key: number }>(
  orders: readonly Order<Row>[],
  place: Place,
  side: Side,
): Condition<Row> {
  const branches = orders.flatMap((order, index) => {
    const same = orders.slice(0, index).map((earlier, at) => equal<Row>(earlier, place[at] ?? null))
    return beyond(order, place[index] ?? null, side).map((further): Branch<Row> => [...same, further])
  })
  return branches.length === 0 ? { column: 'key', is: '=', value: 0 } : { anyOf: branches }
}

const equal = <Row>({ column }: Order<Row>, value: string | number | null): Condition<Row> =>
  value === null ? { column, is: 'null' } : { column, is: '=', value }

function beyond<Row>(
  { column, descending }: Order<Row>,
  value: string | number | null,
  side: Side,
): Condition<Row>[] {
  if (value === null) return side === 'after' ? [] : [{ column, is: 'not null' }]
  const is = (side === 'after') !== (descending === true) ? '>' : '<'
  const further: Condition<Row> = { column, is, value }
  return side === 'after' ? [further, { column, is: 'null' }] : [further]
}
