import type { Connection } from 'mysql2'
import type { Key, Rows } from '../../../engine/ports/rows.ts'
import { CommitUnknown } from '../../../engine/ports/store.ts'
import { ask } from '../../connection/mysql/ask.ts'
import { isConnectionLost } from '../../connection/mysql/mysql-errors.ts'
import type { KnownPools } from '../offers/known-pools.ts'
import type { OfferTask } from '../offers/offer.ts'
import type { Pool } from '../offers/pool.ts'
import { rowsByKey } from './mariadb-rows.ts'
import { offerChanges, rebuiltTasks } from './offer-sql.ts'
import { type PendingWrite, PendingWrites } from './pending-writes.ts'
import { sendStatements } from './send-statements.ts'
import { type Statement, writeSql } from './write-sql.ts'

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

  readonly #pools: KnownPools
  /** Written in this transaction. */
  readonly #newPools: Pool[] = []

  constructor(connection: Connection, several: boolean, pools: KnownPools) {
    this.connection = connection
    this.several = several
    this.#pools = pools
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
    await sendStatements(this.connection, await this.#statementsOf(sent))
  }

  /**
   * Round trip 2: all writes and the commit.
   * @throws CommitUnknown
   */
  async commit(): Promise<void> {
    const statements = await this.#statementsOf(this.pending.take())
    const checked = statements.some(({ mustMatch }) => mustMatch !== undefined)
    // Several statements at once cannot stop at a revision that does not match, so the commit waits for the answer.
    if (checked) await sendStatements(this.connection, statements)
    await this.#commitWith(checked ? [] : statements)
    this.#pools.learn(this.#newPools)
  }

  async #statementsOf(writes: readonly PendingWrite[]): Promise<Statement[]> {
    const offers = offerChanges(writes, await this.#tasksToRebuild(writes))
    const newPools = this.#pools.unknownOf([...new Set(offers.come.map(({ pool }) => pool))])
    this.#newPools.push(...newPools)
    return writeSql(writes, offers, newPools)
  }

  /** One more round trip, which only commands that change candidates pay. */
  async #tasksToRebuild(writes: readonly PendingWrite[]): Promise<Map<number, OfferTask>> {
    const keys = rebuiltTasks(writes)
    const rows = keys.length === 0 ? [] : await rowsByKey(this.connection, 'tasks', keys)
    return new Map(rows.map((row) => [row.key, row]))
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
