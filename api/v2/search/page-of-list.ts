import type { PageRequest } from '../../contract/v2/search.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { FIRST_PAGE, type Found } from './search-table.ts'

/** One page of items that were all put together here. `more`: the bound of a scan was reached, so there may be others. */
export function pageOfList<Item>(
  items: readonly Item[],
  page: PageRequest = FIRST_PAGE,
  more = false,
): Found<Item> {
  const [start, end] = boundsOf(page, items.length)
  const shown = items.slice(start, end)
  const cursors =
    shown.length === 0
      ? {}
      : { startCursor: writeCursor([start]), endCursor: writeCursor([start + shown.length - 1]) }
  return { items: shown, page: { totalItems: items.length, hasMoreTotalItems: more, ...cursors } }
}

function boundsOf({ from = 0, after, before, limit }: PageRequest, length: number): [number, number] {
  if (before !== undefined) {
    const end = Math.min(placeIn(before), length)
    return [Math.max(0, end - limit), end]
  }
  const start = after === undefined ? from : placeIn(after) + 1
  return [start, start + limit]
}

const placeIn = (cursor: string): number => Math.max(0, Number(readCursor(cursor, 1)[0]) || 0)
