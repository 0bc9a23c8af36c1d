import type { Rows } from '../../../engine/ports/rows.ts'
import type { RowReader } from '../../../engine/ports/store.ts'
import { pageOfList } from './page-of-list.ts'
import type { Found, KeyedTable, TableSearch } from './search-table.ts'

/** Rows that one scan looks at, each perhaps with its history: what bounds its time and memory. */
const SCAN_BOUND = 2_000
const BATCH = 250

/**
 * One page of the rows that pass a test which the store cannot make (a value inside a text it keeps). Looks at the
 * first 2,000 rows that meet the conditions and says so when there are more.
 */
export async function scanTable<T extends KeyedTable>(
  rows: RowReader,
  table: T,
  search: TableSearch<T>,
  keep: (row: Rows[T]) => boolean | Promise<boolean>,
): Promise<Found<Rows[T]>> {
  const kept: Rows[T][] = []
  const more = await eachRow(rows, table, search, async (row) => {
    if (await keep(row)) kept.push(row)
  })
  return pageOfList(kept, search.page, more)
}

/** Walks rows in order up to the bound; true when there may be more. */
export async function eachRow<T extends KeyedTable>(
  rows: RowReader,
  table: T,
  { where, orderBy, columns }: Pick<TableSearch<T>, 'where' | 'orderBy' | 'columns'>,
  visit: (row: Rows[T]) => Promise<void>,
): Promise<boolean> {
  for (let offset = 0; offset < SCAN_BOUND; offset += BATCH) {
    const query = { where, orderBy, limit: BATCH, offset, ...(columns ? { columns } : {}) }
    const batch = await rows.find(table, query)
    for (const row of batch) await visit(row)
    if (batch.length < BATCH) return false
  }
  return true
}
