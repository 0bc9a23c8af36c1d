import type { Connection, QueryOptions } from 'mysql2'

/** One cell of a row in array mode. */
export type Cell = string | number | null

interface Answerer {
  query: Connection['query']
}

/**
 * The driver's own cast, as a function. Connections that Sequelize has opened have a cast of its column types for its models;
 * told `true` instead, mysql2 3.24 puts that one in its place after it has looked for a parser of such rows: it then finds
 * none, compiles one for every query, and keeps them all.
 */
const driversCast: QueryOptions['typeCast'] = (_field, next) => next()

/**
 * One round trip with the text protocol, which unlike prepared statements takes several statements at once.
 * @returns what mysql2 answers: rows as arrays of cells, or a header; a list of these for several statements.
 */
export function ask(connection: Answerer, sql: string, values?: readonly unknown[]): Promise<unknown> {
  const options: QueryOptions = {
    sql,
    rowsAsArray: true,
    typeCast: driversCast,
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
