import type { Connection, QueryOptions } from 'mysql2'

/** One cell of a row in array mode. */
export type Cell = string | number | null

interface Answerer {
  query: Connection['query']
}

/**
 * One round trip with the text protocol, which unlike prepared statements takes several statements at once.
 * @returns what mysql2 answers: rows as arrays of cells, or a header; a list of these for several statements.
 */
export function ask(connection: Answerer, sql: string, values?: readonly unknown[]): Promise<unknown> {
  const options: QueryOptions = {
    sql,
    rowsAsArray: true,
    // The driver's own, which it compiles; a function would be called for each cell. See `castForModels`.
    typeCast: true,
    ...(values && { values: [...values] }),
  }
  return new Promise((resolve, reject) => {
    connection.query(options, (error, result) => (error ? reject(error) : resolve(result)))
  })
}

/** Rows of a single SELECT. */
export async function askRows(
  connection: Answerer,
  sql: string,
  values?: readonly unknown[],
): Promise<readonly Cell[][]> {
  // rowsAsArray: a SELECT answers with a list of rows.
  return (await ask(connection, sql, values)) as readonly Cell[][]
}
