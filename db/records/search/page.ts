import { Op, type WhereOptions } from 'sequelize'
import type { RecordModel } from '../../models/record-columns.ts'
import type { Reading } from '../reading.ts'
import { countRows, findRows } from '../rows.ts'
import { readCursor, writeCursor } from './cursor.ts'

export interface PageQuery {
  /** Rows of a page, 1–200; 50 when left out. */
  readonly limit?: number
  /** `next` of the page before; what it never made is taken as the beginning. */
  readonly cursor?: string
}

export interface Page<Item> {
  readonly items: readonly Item[]
  /** Over all pages. */
  readonly total: number
  /** Continues after the last item; null at the end. */
  readonly next: string | null
}

/** Order of a list: by a column that is never null, then by id, so that pages never overlap. */
export interface PageOrder<Row> extends PageQuery {
  readonly column: keyof Row & string
  readonly descending: boolean
}

/** One page by key set: what is added or removed meanwhile neither shifts nor repeats the rows after it. */
export async function readPage<Row extends { id: string | number }>(
  reading: Reading,
  model: RecordModel<Row>,
  where: WhereOptions,
  { column, descending, limit = 50, cursor }: PageOrder<Row>,
): Promise<Page<Row>> {
  const size = Math.min(Math.max(limit, 1), 200)
  const direction = descending ? 'DESC' : 'ASC'
  const rows = await findRows(reading, model, {
    where: { [Op.and]: [where, afterCursor(column, descending, cursor)] } as WhereOptions<Row>,
    order: [
      [column, direction],
      ['id', direction],
    ],
    limit: size + 1,
  })
  const items = rows.slice(0, size)
  const last = items.at(-1)
  const next = rows.length > size && last ? writeCursor(sortValue(last, column), last.id) : null
  return { items, next, total: await countRows(reading, model, where as WhereOptions<Row>) }
}

function afterCursor(column: string, descending: boolean, cursor: string | undefined): WhereOptions {
  const start = readCursor(cursor)
  if (start === null) return {}
  const beyond = descending ? Op.lt : Op.gt
  return {
    [Op.or]: [{ [column]: { [beyond]: start.value } }, { [column]: start.value, id: { [beyond]: start.id } }],
  }
}

function sortValue<Row>(row: Row, column: keyof Row & string): string | number {
  const value = row[column]
  if (typeof value === 'string' || typeof value === 'number') return value
  throw new Error(`a list can't be sorted by ${column}: it holds ${String(value)}`)
}
