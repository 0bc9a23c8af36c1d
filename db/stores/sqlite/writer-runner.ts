import { type Parameters, runStatement, type StatementResult } from '../../connection/sqlite/run-statement.ts'
import type { SqliteConnection } from '../../connection/sqlite/sqlite-connection.ts'
import type { StatementRunner } from '../../connection/sqlite/sqlite-dialect.ts'
import { statementKind } from '../../connection/sqlite/statement-kind.ts'
import { nextTurn, turnIsLong } from '../../connection/sqlite/turn.ts'
import type { SqliteRows } from './sqlite-rows.ts'

/** Runs record models' statements on the store's writer, inside the transaction that the store has begun there. */
export class WriterRunner implements StatementRunner {
  readonly #connection: SqliteConnection
  readonly #rows: SqliteRows

  constructor(connection: SqliteConnection, rows: SqliteRows) {
    this.#connection = connection
    this.#rows = rows
  }

  async run(sql: string, parameters: Parameters): Promise<StatementResult> {
    const kind = statementKind(sql)
    if (kind === 'begin' || kind === 'end')
      throw new Error(
        `expected a statement inside the command’s transaction, got ${sql}: the store begins and commits`,
      )
    // Record models see what the command has inserted.
    this.#rows.settle()
    const result = runStatement(this.#connection, sql, parameters)
    if (turnIsLong()) await nextTurn()
    return result
  }

  /** Sequelize closes what it thinks is its own; the store closes the writer. */
  close(): void {}
}
