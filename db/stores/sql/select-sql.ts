import type { Rows, Table } from '../../../engine/ports/rows.ts'
import type { Condition, Order, Query } from '../../../engine/ports/store.ts'
import type { Dialect } from '../../connection/open-database.ts'
import { shapes } from '../rows/shapes.ts'
import { columnName, tableName } from './names.ts'
import { type SqlText, sql } from './sql-text.ts'
import { whereSql } from './where-sql.ts'

/** Neither database has an offset without a limit. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER

/** The columns that a query reads, in the order in which its rows hold them. */
export const columnsRead = <T extends Table>(table: T, query: Query<Rows[T]>): readonly string[] =>
  query.columns ?? Object.keys(shapes[table].columns)

export function selectSql<T extends Table>(dialect: Dialect, table: T, query: Query<Rows[T]>): SqlText {
  const columns = columnsRead(table, query).map((column) => columnName(table, column))
  const where = whereSql(dialect, table, query.where)
  const single = query.limit === 1
  return {
    single,
    text:
      `SELECT ${columns.join(', ')} FROM ${tableName(table)} WHERE ${where.text}` +
      ` ORDER BY ${orderSql(table, query.orderBy ?? [])}${pageSql(query)}${lockSql(dialect, query)}`,
    values: where.values,
  }
}

export function countSql<T extends Table>(
  dialect: Dialect,
  table: T,
  conditions: readonly Condition<Rows[T]>[],
): SqlText {
  const where = whereSql(dialect, table, conditions)
  return {
    ...sql(`SELECT COUNT(*) FROM ${tableName(table)} WHERE ${where.text}`, where.values),
    single: true,
  }
}

function orderSql<T extends Table>(table: T, orderBy: readonly Order<Rows[T]>[]): string {
  const asked = orderBy.flatMap(({ column, descending }) => orderTerms(table, column, descending === true))
  const ties = shapes[table].primaryKey
    .filter((column) => !orderBy.some((order) => order.column === column))
    .map((column) => columnName(table, column))
  return [...asked, ...ties].join(', ')
}

function orderTerms<T extends Table>(
  table: T,
  column: keyof Rows[T] & string,
  descending: boolean,
): string[] {
  const name = columnName(table, column)
  const term = descending ? `${name} DESC` : name
  // Only where it can be null: the extra term keeps an index from giving the order.
  return shapes[table].columns[column].endsWith('?') ? [`${name} IS NULL`, term] : [term]
}

function pageSql({ limit, offset }: { readonly limit?: number; readonly offset?: number }): string {
  if (limit === undefined && offset === undefined) return ''
  return ` LIMIT ${wholeNumber(limit ?? NO_LIMIT)} OFFSET ${wholeNumber(offset ?? 0)}`
}

/** SQLite has one writer at a time, so whoever may lock there is alone. */
function lockSql(dialect: Dialect, { lock }: Pick<Query<never>, 'lock'>): string {
  if (lock === undefined || dialect !== 'mysql') return ''
  return lock === 'skip' ? ' FOR UPDATE SKIP LOCKED' : ' FOR UPDATE'
}

function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`expected limit and offset as integers from 0, got ${value}`)
  return value
}
