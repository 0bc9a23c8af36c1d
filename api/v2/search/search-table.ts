import type { Rows, Table } from '../../../engine/ports/rows.ts'
import type { Condition, Order, RowReader } from '../../../engine/ports/store.ts'
import type { PageAnswer, PageRequest } from '../../contract/v2/search.ts'
import { beside } from './beside.ts'
import { type Place, readCursor, writeCursor } from './cursor.ts'

/** Tables whose primary key is `key`. */
export type KeyedTable = Exclude<Table, 'history'>

export interface TableSearch<T extends KeyedTable> {
  readonly where: readonly Condition<Rows[T]>[]
  readonly orderBy: readonly Order<Rows[T]>[]
  readonly page: PageRequest | undefined
  /** Only these are read; the key and what is sorted by must be among them. */
  readonly columns?: readonly (keyof Rows[T] & string)[]
}

export interface Found<Item> {
  readonly items: readonly Item[]
  readonly page: PageAnswer
}

export const FIRST_PAGE: PageRequest = { limit: 100 }

/** One page of a table. Cursors hold the sorted values and the key, so pages stay put while rows come and go. */
export async function searchTable<T extends KeyedTable>(
  rows: RowReader,
  table: T,
  search: TableSearch<T>,
): Promise<Found<Rows[T]>> {
  const orders = withKey<Rows[T]>(search.orderBy)
  const [items, totalItems] = await Promise.all([
    pageRows(rows, table, search, orders),
    rows.count(table, search.where),
  ])
  return { items, page: { totalItems, hasMoreTotalItems: false, ...cursors(items, orders) } }
}

/** The key last, once: no two rows share a place. */
const withKey = <Row>(orders: readonly Order<Row>[]): Order<Row>[] => [
  ...orders,
  { column: 'key' as keyof Row & string }, // every keyed table has it
]

async function pageRows<T extends KeyedTable>(
  rows: RowReader,
  table: T,
  { where, columns, page = FIRST_PAGE }: TableSearch<T>,
  orderBy: readonly Order<Rows[T]>[],
): Promise<Rows[T][]> {
  const { limit } = page
  const find = (more: readonly Condition<Rows[T]>[], limit: number, offset: number) =>
    rows.find(table, { where: [...where, ...more], orderBy, limit, offset, ...(columns ? { columns } : {}) })
  if (page.after !== undefined)
    return find([beside(orderBy, readCursor(page.after, orderBy.length), 'after')], limit, 0)
  if (page.before === undefined) return find([], limit, page.from ?? 0)
  const earlier = [...where, beside<Rows[T]>(orderBy, readCursor(page.before, orderBy.length), 'before')]
  const end = await rows.count(table, earlier)
  const start = Math.max(0, end - limit)
  return end === 0 ? [] : find([], end - start, start)
}

function cursors<Row>(items: readonly Row[], orders: readonly Order<Row>[]): Partial<PageAnswer> {
  const first = items.at(0)
  const last = items.at(-1)
  if (first === undefined || last === undefined) return {}
  const startCursor = writeCursor(placeOf(first, orders))
  const endCursor = writeCursor(placeOf(last, orders))
  return { ...(startCursor ? { startCursor } : {}), ...(endCursor ? { endCursor } : {}) }
}

const placeOf = <Row>(row: Row, orders: readonly Order<Row>[]): Place =>
  orders.map(({ column }) => row[column] as string | number | null) // what rows are sorted by is one of these
