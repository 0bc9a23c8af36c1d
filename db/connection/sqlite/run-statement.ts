import { type Bindable, bindable } from './bindable.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/** What a statement gave: its rows, or how many rows it changed and the last row id. */
export interface StatementResult {
  readonly rows: unknown[]
  readonly changes: number
  readonly lastID: number
}

/** Values by placeholder (`$1`), or in order. */
export type Parameters = Readonly<Record<string, unknown>> | readonly unknown[]

/** A statement was given fewer or more values than it has parameters; the driver would reuse old ones. */
class WrongParameters extends Error {
  readonly code = 'wrong_parameters'
  constructor(expected: string, got: string, sql: string) {
    super(`expected ${expected}, got ${got}, in: ${sql.slice(0, 200)}`)
    this.name = 'WrongParameters'
  }
}

export function runStatement(
  connection: SqliteConnection,
  sql: string,
  parameters: Parameters,
): StatementResult {
  const { statement, placeholders } = connection.prepare(sql)
  const values = inOrder(placeholders, parameters, sql)
  // The store reads cells in raw mode; here rows are objects.
  if (statement.reader) return { rows: statement.raw(false).all(values), changes: 0, lastID: 0 }
  const { changes, lastInsertRowid } = statement.run(values)
  return { rows: [], changes, lastID: Number(lastInsertRowid) }
}

function inOrder(placeholders: readonly string[], parameters: Parameters, sql: string): Bindable[] {
  // Array.isArray does not narrow a readonly array.
  if (Array.isArray(parameters)) return listed(placeholders, parameters as readonly unknown[], sql)
  const named = parameters as Readonly<Record<string, unknown>>
  return placeholders.map((name) => {
    if (!(name in named)) throw new WrongParameters(`a value for ${name}`, Object.keys(named).join(', '), sql)
    return bindable(named[name])
  })
}

function listed(placeholders: readonly string[], values: readonly unknown[], sql: string): Bindable[] {
  if (values.length !== placeholders.length)
    throw new WrongParameters(`${placeholders.length} values`, String(values.length), sql)
  return values.map(bindable)
}
