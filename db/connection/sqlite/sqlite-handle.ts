import { retryWhileBusy } from './busy-retry.ts'
import { type Parameters, runStatement, type StatementResult } from './run-statement.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import type { SqliteFile } from './sqlite-file.ts'
import { changesSchema, statementKind } from './statement-kind.ts'
import { nextTurn } from './turn.ts'
import type { Leave } from './write-gate.ts'

/**
 * A connection as Sequelize uses it: takes the write gate from BEGIN to COMMIT or ROLLBACK, or for a single write
 * outside a transaction, and answers in the event loop's next turn.
 */
export class SqliteHandle {
  readonly #file: SqliteFile
  readonly #connection: SqliteConnection
  #leaveGate: Leave | null = null

  constructor(file: SqliteFile) {
    this.#file = file
    this.#connection = file.borrow()
  }

  async run(sql: string, parameters: Parameters): Promise<StatementResult> {
    const result = await this.#runInTurn(sql, parameters)
    if (changesSchema(sql)) this.#file.schemaChanged()
    await nextTurn()
    return result
  }

  /** An open transaction is rolled back: its owner is gone. */
  close(): void {
    if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK')
    this.#leave()
    this.#file.giveBack(this.#connection)
  }

  async #runInTurn(sql: string, parameters: Parameters): Promise<StatementResult> {
    const execute = () => runStatement(this.#connection, sql, parameters)
    switch (statementKind(sql)) {
      case 'begin':
        return this.#begin(execute)
      case 'end':
        return this.#end(execute)
      case 'read':
        return retryWhileBusy(execute)
      case 'write':
        return this.#leaveGate ? execute() : this.#alone(execute)
    }
  }

  async #begin(execute: () => StatementResult): Promise<StatementResult> {
    this.#leaveGate = await this.#file.gate.enter()
    try {
      return await retryWhileBusy(execute)
    } catch (error) {
      this.#leave()
      throw error
    }
  }

  #end(execute: () => StatementResult): StatementResult {
    try {
      return execute()
    } finally {
      // A failed COMMIT leaves the transaction open, and its ROLLBACK follows.
      if (!this.#connection.inTransaction) this.#leave()
    }
  }

  async #alone(execute: () => StatementResult): Promise<StatementResult> {
    const leave = await this.#file.gate.enter()
    try {
      return await retryWhileBusy(execute)
    } finally {
      leave()
      this.#file.checkpointer.wrote(1)
    }
  }

  #leave(): void {
    if (!this.#leaveGate) return
    this.#leaveGate()
    this.#leaveGate = null
    this.#file.checkpointer.wrote(1)
  }
}
