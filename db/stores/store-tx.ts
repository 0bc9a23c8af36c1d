import { type Sequelize, Transaction } from 'sequelize'

/**
 * The transaction of one command as Sequelize sees it: record models take it as `{ transaction: tx }` and write on the
 * store's own connection. The store alone begins, commits and rolls back.
 */
export class StoreTx extends Transaction {
  readonly sequelize: Sequelize
  /** Sequelize runs the queries of this transaction here. */
  readonly connection: unknown
  /** Sequelize refuses queries of a finished transaction, so what a handler left running cannot reach the next command. */
  finished: 'commit' | 'rollback' | undefined
  #rolledBack = false

  constructor(sequelize: Sequelize, connection: unknown) {
    super(sequelize, {})
    this.sequelize = sequelize
    this.connection = connection
  }

  override async commit(): Promise<void> {
    throw new Error('a handler must not commit: the store commits the command with everything it wrote')
  }

  /** Sequelize calls this by itself after a deadlock. */
  override async rollback(): Promise<void> {
    this.#rolledBack = true
  }

  /** The database has undone everything (a deadlock), here or in a nested transaction: the command has to run again. */
  get doomed(): boolean {
    // Sequelize's types leave out its list of nested transactions; it marks them so after a deadlock only.
    const { savepoints } = this as unknown as { savepoints: readonly { finished?: string }[] }
    return this.#rolledBack || savepoints.some((nested) => nested.finished === 'rollback')
  }

  override afterCommit(): void {
    throw new Error(
      'a handler cannot wait for the commit: write an outbox row, or listen to the engine’s commits',
    )
  }
}
