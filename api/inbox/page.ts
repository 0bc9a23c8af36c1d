import type { Rows } from '../../engine/ports/rows.ts'
import type { Condition, EngineStore, Order, Query } from '../../engine/ports/store.ts'
import { type Position, readCursor, writeCursor } from './cursor.ts'

/** Rows that have a key of their own, so that pages can continue after one. */
type KeyedTable = 'tasks' | 'instances'
type Row<T extends KeyedTable> = Rows[T]

export interface PageRequest<T extends KeyedTable> {
  readonly where: readonly Condition<Row<T>>[]
  readonly order: Order<Row<T>>
  readonly limit: number
  readonly cursor: string | undefined
  readonly columns?: readonly (keyof Row<T> & string)[]
  /** How many there are, where it is known without counting the rows. */
  readonly total?: Promise<number>
}

export interface Page<R> {
  readonly items: R[]
  readonly total: number
  readonly next: string | null
}

/** After a position in the store's order: nulls last, ties by ascending key. */
function after<T extends KeyedTable>(
  { column, descending }: Order<Row<T>>,
  [value, key]: Position,
): Condition<Row<T>>[] {
  const laterKey: Condition<Row<T>> = { column: 'key', is: '>', value: key }
  if (value === null) return [{ column, is: 'null' }, laterKey]
  return [
    {
      anyOf: [
        [{ column, is: descending ? '<' : '>', value }],
        [{ column, is: '=', value }, laterKey],
        [{ column, is: 'null' }],
      ],
    },
  ]
}

/** One page by key set: rows that come or go meanwhile neither shift nor repeat the rows after them. */
export async function readPage<T extends KeyedTable>(
  store: EngineStore,
  table: T,
  { where, order, limit, cursor, columns, total: known }: PageRequest<T>,
): Promise<Page<Row<T>>> {
  const position = readCursor(cursor)
  const query: Query<Row<T>> = {
    where: position === null ? where : [...where, ...after<T>(order, position)],
    orderBy: [order],
    limit: limit + 1,
    ...(columns === undefined ? {} : { columns }),
  }
  const [rows, total] = await Promise.all([store.find(table, query), known ?? store.count(table, [...where])])
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    total,
    next: rows.length > limit && last ? writeCursor(positionOf(last, order.column)) : null,
  }
}

function positionOf<R extends { readonly key: number }>(row: R, column: keyof R): Position {
  const value = row[column]
  return [typeof value === 'string' || typeof value === 'number' ? value : null, row.key]
}
