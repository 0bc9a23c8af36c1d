import { AsyncLocalStorage } from 'node:async_hooks'
import type { Sequelize } from 'sequelize'

/** A command that writes records: what its record models take as their transaction. */
interface RecordsTransaction {
  readonly sequelize: Sequelize
  /** What Sequelize must run the command's queries on. */
  readonly connection: unknown
}

/** Such a command, in the asynchronous context of the work that it runs. */
interface Scope {
  readonly transaction: RecordsTransaction
  /** Set when the work is over, so that what it left behind (timers, listeners) is not taken for a part of it. */
  ended: boolean
}

const scopes = new AsyncLocalStorage<Scope>()
let running = 0

/**
 * Runs `work`, which writes records in the transaction. Node follows every promise of the process while somebody asks it for
 * contexts, an eighth of Node's time for a completion on MariaDB: so nobody asks while no such work runs.
 */
export function withinCommand<T>(transaction: RecordsTransaction, work: () => Promise<T>): Promise<T> {
  const scope = { transaction, ended: false }
  const end = () => {
    scope.ended = true
    running -= 1
    if (running === 0) scopes.disable()
  }
  running += 1
  // Async, so that work which throws at once also ends.
  const done = scopes.run(scope, async () => work())
  // Not `finally`, which makes three promises: every one is paid at each command.
  done.then(end, end)
  return done
}

/** The command on this database whose work with records is running, or undefined. */
export function currentCommand(sequelize: Sequelize): RecordsTransaction | undefined {
  const scope = scopes.getStore()
  return scope && !scope.ended && scope.transaction.sequelize === sequelize ? scope.transaction : undefined
}
