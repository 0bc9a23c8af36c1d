import type { Inbox, WorkQuery } from '../../db/inbox/inbox.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Page } from './page.ts'

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** One page of work in the order in which it is due. */
export async function readWorkPage(
  inbox: Inbox,
  query: WorkQuery,
  { limit, cursor }: Asked,
): Promise<Page<Rows['tasks']>> {
  const after = positionOf(cursor)
  const [rows, total] = await Promise.all([
    inbox.page({ ...query, after, limit: limit + 1 }),
    inbox.count(query),
  ])
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, total, next: rows.length > limit && last ? writeCursor([last.dueAt, last.key]) : null }
}

/** An edited address begins at the beginning. */
function positionOf(cursor: string | undefined) {
  const [dueAt, key] = readCursor(cursor) ?? []
  if (key === undefined || dueAt === undefined || typeof dueAt === 'string') return null
  return { dueAt, key }
}
