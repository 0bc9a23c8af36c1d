import type { Order, Query } from '../store.ts'
import { rowMatches } from './row-matches.ts'
import { compareCells } from './text-order.ts'

/** The rows of a query: filtered, ordered, cut to the page, with the columns asked for. `rows` is in key order. */
export function selectRows<Row extends object>(rows: Iterable<Row>, query: Query<Row>): Row[] {
  const found = [...rows].filter((row) => rowMatches(row, query.where))
  const { orderBy = [], offset = 0, limit = found.length } = query
  // Sorting is stable, so ties stay in key order.
  if (orderBy.length > 0) found.sort((a, b) => compareRows(a, b, orderBy))
  return found.slice(offset, offset + limit).map((row) => picked(row, query.columns))
}

function compareRows<Row>(a: Row, b: Row, orderBy: readonly Order<Row>[]): number {
  for (const { column, descending } of orderBy) {
    // Columns hold text, numbers and null only.
    const order = compareNullable(
      a[column] as string | number | null,
      b[column] as string | number | null,
      descending,
    )
    if (order !== 0) return order
  }
  return 0
}

function compareNullable(a: string | number | null, b: string | number | null, descending = false): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return descending ? compareCells(b, a) : compareCells(a, b)
}

function picked<Row extends object>(row: Row, columns: readonly (keyof Row & string)[] | undefined): Row {
  if (!columns) return { ...row }
  // The port says so: the other columns are absent.
  return Object.fromEntries(columns.map((column) => [column, row[column]])) as Row
}
