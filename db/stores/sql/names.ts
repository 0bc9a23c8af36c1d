import type { Table } from '../../../engine/ports/rows.ts'
import { shapes } from '../rows/shapes.ts'

/** Quoted for both databases: `key`, `by`, `at` and others are reserved words of one of them. */
const quoted = (name: string): string => `\`${name}\``

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const sqlNames = new Map<string, string>()

/**
 * A column as SQL names it: `dueAt` → `due_at`.
 * @throws UnknownColumn, also for names that try to be SQL.
 */
export function columnName(table: Table, column: string): string {
  if (!Object.hasOwn(shapes[table].columns, column)) throw new UnknownColumn(table, column)
  const known = sqlNames.get(column)
  if (known) return known
  const name = quoted(snakeCase(column))
  sqlNames.set(column, name)
  return name
}

/** What an update sets that changes no column: whether the row is there, and has its revision, still shows. */
export const NO_CHANGE = '`key` = `key`'

export const tableName = (table: Table): string => quoted(shapes[table].name)

/** A query named a column that its table does not have. */
class UnknownColumn extends Error {
  readonly code = 'unknown_column'
  constructor(table: Table, column: string) {
    super(`expected a column of ${table} (${Object.keys(shapes[table].columns).join(', ')}), got “${column}”`)
    this.name = 'UnknownColumn'
  }
}
