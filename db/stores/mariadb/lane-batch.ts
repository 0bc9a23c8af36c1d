import type { Connection } from 'mysql2'
import type { Key, Rows } from '../../../engine/ports/rows.ts'
import { CommitUnknown } from '../../../engine/ports/store.ts'
import { ask } from '../../connection/mysql/ask.ts'
import { isConnectionLost } from '../../connection/mysql/mysql-errors.ts'
import { rowsByKey } from './mariadb-rows.ts'
import { PendingWrites } from './pending-writes.ts'
import { sendStatements } from './send-statements.ts'
import { writeSql } from './write-sql.ts'

/** What the commands of one transaction share: the connection, the locked instances, the writes not yet sent. */
export class LaneBatch {
  readonly connection: Connection
  /** More than one command: each needs a savepoint before it touches the connection. */
  readonly several: boolean
  readonly locked = new Map<Key, Rows['instances']>()
  /** Of commands that have ended well. */
  readonly pending = new PendingWrites()
  /** A write of an earlier command failed when it was sent: nobody knows whose fault it is until each runs alone. */
  broken = false

  constructor(connection: Connection, several: boolean) {
    this.connection = connection
    this.several = several
  }

  /** Round trip 1: all instances at once, locked in the order of their keys so that lanes do not wait in a circle. */
  async lock(instances: readonly Key[]): Promise<void> {
    if (instances.length === 0) return
    for (const row of await rowsByKey(this.connection, 'instances', instances, true))
      this.locked.set(row.key, row)
  }

  /** Sends what earlier commands wrote, because a query of this one has to see it. */
  async sendPending(): Promise<void> {
    if (this.pending.isEmpty) return
    try {
      await this.send(this.pending)
    } catch (error) {
      this.broken = true
      throw error
    }
  }

  async send(writes: PendingWrites): Promise<void> {
    const sent = writes.take()
    // What was locked is no longer what the database has; it is read again when someone asks.
    for (const write of sent) if (write.table === 'instances') this.locked.delete(write.key)
    await sendStatements(this.connection, writeSql(sent))
  }

  /**
   * Round trip 2: all writes and the commit.
   * @throws CommitUnknown
   */
  async commit(): Promise<void> {
    const statements = writeSql(this.pending.take())
    const checked = statements.some(({ mustMatch }) => mustMatch !== undefined)
    // Several statements at once cannot stop at a revision that does not match, so the commit waits for the answer.
    if (checked) await sendStatements(this.connection, statements)
    await this.#commitWith(checked ? [] : statements)
  }

  async rollback(): Promise<void> {
    await ask(this.connection, 'ROLLBACK')
  }

  async #commitWith(statements: ReturnType<typeof writeSql>): Promise<void> {
    try {
      await sendStatements(this.connection, [...statements, { sql: 'COMMIT' }])
    } catch (error) {
      throw isConnectionLost(error) ? new CommitUnknown() : error
    }
  }
}
