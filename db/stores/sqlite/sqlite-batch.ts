import type { Sequelize } from 'sequelize'
import { retryWhileBusy } from '../../connection/sqlite/busy-retry.ts'
import type { SqliteConnection } from '../../connection/sqlite/sqlite-connection.ts'
import type { SqliteCallbacks } from '../../connection/sqlite/sqlite-dialect.ts'
import { CountChanges } from '../candidacies/count-changes.ts'
import type { KnownPools } from '../candidacies/known-pools.ts'
import type { Command } from '../command-queue.ts'
import { writeCounts } from './sqlite-candidacies.ts'
import type { SqliteRows } from './sqlite-rows.ts'
import { SqliteTransaction } from './sqlite-transaction.ts'

/** The writer connection in its three guises: raw, as the engine's rows, and as Sequelize sees it. */
export interface Writer {
  readonly sequelize: Sequelize
  readonly connection: SqliteConnection
  readonly rows: SqliteRows
  readonly records: SqliteCallbacks
  readonly pools: KnownPools
}

/** Tells a caller how its command ended. */
type Answer = () => void

/** How a failed command of several is undone: by its savepoint, or with the whole batch. */
type Guard = 'savepoint' | 'batch'

/** A command failed after it had written, and nothing separates its writes from those of the others. */
class WritesTangled extends Error {}

/**
 * Runs the commands one after another in one transaction. The caller holds the write gate.
 *
 * Savepoints cost a seventh of the throughput, because every page is copied once per command, and are hardly ever
 * needed: what is refused is mostly refused before it writes. So the batch runs without them first, and once more with
 * them when it turns out that one is needed.
 * @returns the answers, to be given once the gate is free: also a refusal may rest on what only the commit made true.
 */
export async function runSqliteBatch(
  writer: Writer,
  commands: readonly Command[],
): Promise<readonly Answer[]> {
  try {
    return await runGuarded(writer, commands, 'batch').catch((error: unknown) => {
      if (!(error instanceof WritesTangled)) throw error
      rollback(writer)
      return runGuarded(writer, commands, 'savepoint')
    })
  } catch (error) {
    rollback(writer)
    return commands.map((command) => () => command.fail(error))
  }
}

async function runGuarded(
  writer: Writer,
  commands: readonly Command[],
  guard: Guard,
): Promise<readonly Answer[]> {
  await retryWhileBusy(() => writer.connection.exec('BEGIN IMMEDIATE'))
  writer.rows.begun()
  // With savepoints each row belongs to its command and goes with it.
  writer.rows.holdsInserts = guard === 'batch' && commands.length > 1
  const answers: Answer[] = []
  const counts = new CountChanges(1)
  for (const command of commands)
    answers.push(await runCommand(writer, command, commands.length > 1 ? guard : 'alone', counts))
  if (writer.connection.inTransaction) {
    settle(writer)
    commit(writer, counts)
  }
  return answers
}

/** @throws WritesTangled when a row could not be inserted: whose it was is known only when each command runs for itself */
function settle({ rows }: Writer): void {
  try {
    rows.settle()
  } catch {
    throw new WritesTangled()
  }
  if (rows.hasLostInserts) throw new WritesTangled()
}

function rollback({ connection, rows }: Writer): void {
  rows.forget()
  if (connection.inTransaction) connection.exec('ROLLBACK')
}

function rollbackTo({ connection, rows }: Writer): void {
  rows.forget()
  connection.exec('ROLLBACK TO command; RELEASE command')
}

function commit({ connection, rows, pools }: Writer, counts: CountChanges): void {
  const newPools = pools.unknownOf(counts.pools)
  writeCounts(rows, counts, newPools)
  connection.exec('COMMIT')
  pools.learn(newPools)
}

async function runCommand(
  writer: Writer,
  command: Command,
  guard: Guard | 'alone',
  counts: CountChanges,
): Promise<Answer> {
  const tx = new SqliteTransaction(writer.sequelize, writer.records, writer.rows)
  if (guard === 'savepoint') writer.connection.exec('SAVEPOINT command')
  try {
    await command.run(tx)
    tx.end('commit')
  } catch (error) {
    tx.end('rollback')
    undoCommand(writer, tx, guard, error)
    return () => command.fail(error)
  }
  if (guard === 'savepoint') writer.connection.exec('RELEASE command')
  counts.absorb(tx.counts)
  return () => command.succeed()
}

/** @throws WritesTangled, or the command's own error when all is undone with it */
function undoCommand(writer: Writer, tx: SqliteTransaction, guard: Guard | 'alone', error: unknown): void {
  const { connection } = writer
  // A full disk makes SQLite undo the whole transaction: then the batch has failed, not this command alone.
  if (!connection.inTransaction) throw error
  if (guard === 'alone') rollback(writer)
  else if (guard === 'savepoint') rollbackTo(writer)
  else if (tx.hasWritten || writer.rows.hasLostInserts) throw new WritesTangled()
}
