import type { Sequelize } from 'sequelize'
import { withinCommand } from '../../connection/command-scope.ts'
import { retryWhileBusy } from '../../connection/sqlite/busy-retry.ts'
import type { SqliteConnection } from '../../connection/sqlite/sqlite-connection.ts'
import type { SqliteCallbacks } from '../../connection/sqlite/sqlite-dialect.ts'
import type { Command } from '../command-queue.ts'
import type { SqliteRows } from './sqlite-rows.ts'
import { SqliteTransaction } from './sqlite-transaction.ts'

/** The writer connection in its three guises: raw, as the engine's rows, and as Sequelize sees it. */
export interface Writer {
  readonly sequelize: Sequelize
  readonly connection: SqliteConnection
  readonly rows: SqliteRows
  readonly records: SqliteCallbacks
}

/** Tells a caller how its command ended. */
type Answer = () => void

/**
 * Runs the commands one after another in one transaction. The caller holds the write gate.
 * @returns the answers, to be given once the gate is free: also a refusal may rest on what only the commit made true.
 */
export async function runSqliteBatch(
  writer: Writer,
  commands: readonly Command[],
): Promise<readonly Answer[]> {
  try {
    await retryWhileBusy(() => writer.connection.exec('BEGIN IMMEDIATE'))
    const answers: Answer[] = []
    for (const command of commands) answers.push(await runCommand(writer, command, commands.length > 1))
    if (writer.connection.inTransaction) writer.connection.exec('COMMIT')
    return answers
  } catch (error) {
    if (writer.connection.inTransaction) writer.connection.exec('ROLLBACK')
    return commands.map((command) => () => command.fail(error))
  }
}

async function runCommand(writer: Writer, command: Command, several: boolean): Promise<Answer> {
  const tx = new SqliteTransaction(writer.sequelize, writer.records, writer.rows)
  const scope = { sequelize: writer.sequelize, connection: writer.records, ended: false }
  if (several) writer.connection.exec('SAVEPOINT command')
  try {
    await withinCommand(scope, () => command.run(tx))
    tx.end('commit')
  } catch (error) {
    tx.end('rollback')
    undoCommand(writer.connection, several, error)
    return () => command.fail(error)
  }
  if (several) writer.connection.exec('RELEASE command')
  return () => command.succeed()
}

function undoCommand(connection: SqliteConnection, several: boolean, error: unknown): void {
  // A full disk makes SQLite undo the whole transaction: then the batch has failed, not this command alone.
  if (!connection.inTransaction) throw error
  connection.exec(several ? 'ROLLBACK TO command; RELEASE command' : 'ROLLBACK')
}
