import { AsyncLocalStorage } from 'node:async_hooks'
import type { Sequelize } from 'sequelize'

/** The command that is running in this asynchronous context: which database it writes, over which connection. */
export interface CommandScope {
  readonly sequelize: Sequelize
  /** What Sequelize must run the command's queries on. */
  readonly connection: unknown
  /** Set when the command is over, so that what it left behind (timers, listeners) is not taken for a part of it. */
  ended: boolean
}

const scopes = new AsyncLocalStorage<CommandScope>()

/** Runs `work` as the command described by `scope`. */
export function withinCommand<T>(scope: CommandScope, work: () => Promise<T>): Promise<T> {
  const end = () => {
    scope.ended = true
  }
  const done = scopes.run(scope, work)
  // Not `finally`, which makes three promises: every one is paid at each command.
  done.then(end, end)
  return done
}

/** The running command on this database, or undefined outside of commands. */
export function currentCommand(sequelize: Sequelize): CommandScope | undefined {
  const scope = scopes.getStore()
  return scope && !scope.ended && scope.sequelize === sequelize ? scope : undefined
}
