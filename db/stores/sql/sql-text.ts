/** A value as the engine's tables hold them. */
export type SqlValue = string | number | null

/** A piece of SQL with `?` for each of its values. */
export interface SqlText {
  readonly text: string
  readonly values: readonly SqlValue[]
  /** At most one row comes, which SQLite's driver hands over in half the time. */
  readonly single?: boolean
}

/** Runs a query: its rows, each a list of cells. */
export type AskRows = (query: SqlText) => Promise<readonly (readonly SqlValue[])[]>

export const sql = (text: string, values: readonly SqlValue[] = []): SqlText => ({ text, values })

/** `a AND b`, each in parentheses; `otherwise` when there is nothing to join. */
export function joined(parts: readonly SqlText[], by: ' AND ' | ' OR ', otherwise: string): SqlText {
  if (parts.length === 0) return sql(otherwise)
  return sql(
    parts.length === 1 ? parts[0]!.text : parts.map((part) => `(${part.text})`).join(by),
    parts.flatMap((part) => part.values),
  )
}

export const marks = (count: number): string => Array(count).fill('?').join(', ')
