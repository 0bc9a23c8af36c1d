import mysql, { type Connection, type Query, type QueryError } from 'mysql2'

/** One cell of a row in array mode. */
export type Cell = string | number | null

type Answer = (error: QueryError | null, result: unknown) => void

/** What mysql2's types leave out. */
interface TakesCommands {
  addCommand(query: Query): void
}
const { createQuery } = mysql.Connection as unknown as {
  createQuery(sql: string, answer: Answer, none: undefined, config: { readonly rowsAsArray: boolean }): Query
}
const inArrays = { rowsAsArray: true }

/**
 * One round trip with the text protocol, which unlike prepared statements takes several statements at once. Not by
 * `connection.query`: it copies its options several times and looks for places of values in every text, which for a
 * completion is a tenth of what the driver costs.
 * @returns what mysql2 answers: rows as arrays of cells, or a header; a list of these for several statements.
 */
export function ask(connection: Connection, sql: string, values?: readonly Cell[]): Promise<unknown> {
  const text = values ? mysql.format(sql, [...values]) : sql
  return new Promise((resolve, reject) => {
    const answer: Answer = (error, result) => (error ? reject(error) : resolve(result))
    const { addCommand } = connection as unknown as TakesCommands
    addCommand.call(connection, createQuery(text, answer, undefined, inArrays))
  })
}

/** Rows of a single SELECT. */
export async function askRows(
  connection: Connection,
  sql: string,
  values?: readonly Cell[],
): Promise<readonly Cell[][]> {
  // rowsAsArray: a SELECT answers with a list of rows.
  return (await ask(connection, sql, values)) as readonly Cell[][]
}
