import type { Connection, ResultSetHeader } from 'mysql2'
import type { Key } from '../../../engine/ports/rows.ts'
import { StaleRevision } from '../../../engine/ports/store.ts'
import { DuplicateRow } from '../../../engine/ports/store-errors.ts'
import { ask } from '../../connection/mysql/ask.ts'
import { DUPLICATE_ENTRY, errorNumber } from '../../connection/mysql/mysql-errors.ts'
import { type Statement, sqlOf } from './statement.ts'

/** Characters per round trip, well below the smallest usual max_allowed_packet (16 MB) even in four-byte text. */
const LONGEST_QUERY = 3_000_000

/**
 * Sends the statements in as few round trips as possible, one when they are not huge.
 * @throws StaleRevision when a row that must match did not, DuplicateRow
 */
export async function sendStatements(
  connection: Connection,
  statements: readonly Statement[],
): Promise<void> {
  for (const part of inParts(statements)) {
    const answer = await ask(connection, part.map(({ sql }) => sql).join(';\n')).catch(inWordsOfThePort)
    // Several statements answer with a list of headers, one with its header.
    const headers = (Array.isArray(answer) ? answer : [answer]) as ResultSetHeader[]
    part.forEach(({ mustMatch }, i) => {
      if (mustMatch !== undefined && matchedRows(headers[i]) === 0) throw new StaleRevision(mustMatch)
    })
  }
}

interface Written {
  readonly sql: string
  readonly mustMatch: Key | undefined
}

function inParts(statements: readonly Statement[]): Written[][] {
  const parts: Written[][] = []
  let length = Number.POSITIVE_INFINITY
  for (const statement of statements) {
    const sql = sqlOf(statement)
    length += sql.length
    if (length > LONGEST_QUERY) {
      parts.push([])
      length = sql.length
    }
    parts.at(-1)!.push({ sql, mustMatch: statement.mustMatch })
  }
  return parts
}

export function inWordsOfThePort(error: unknown): never {
  throw errorNumber(error) === DUPLICATE_ENTRY ? new DuplicateRow('a table', String(error)) : error
}

/** `affectedRows` counts only rows whose values changed; the text of the answer has both. */
const matchedRows = (header: ResultSetHeader | undefined): number =>
  Number(/Rows matched: (\d+)/.exec(header?.info ?? '')?.[1] ?? header?.affectedRows)
