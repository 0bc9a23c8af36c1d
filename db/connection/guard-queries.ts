import type { Sequelize } from 'sequelize'
import { currentCommand } from './command-scope.ts'

/**
 * A query made inside a command but not in its transaction would see the past, survive a rollback, or wait for ever
 * for the lock that its own command holds. That is a bug of the caller, so it throws.
 */
export function guardQueries(sequelize: Sequelize): void {
  sequelize.addHook('beforeQuery', (_options, query) => {
    const command = currentCommand(sequelize)
    // Sequelize's types leave out the connection that every query has.
    const { connection } = query as unknown as { connection: unknown }
    if (command && connection !== command.connection) throw new QueryOutsideTransaction()
  })
}

/** A record model was used inside a command without `{ transaction: ctx.tx }`. */
class QueryOutsideTransaction extends Error {
  readonly code = 'query_outside_transaction'
  constructor() {
    super(
      'a query inside a command must run in the command’s transaction, but came without it: ' +
        'pass { transaction: tx } (the handler’s `tx`) to the model call named in this stack',
    )
    this.name = 'QueryOutsideTransaction'
  }
}
