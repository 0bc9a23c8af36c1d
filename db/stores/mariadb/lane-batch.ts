import type { Connection } from 'mysql2'
import type { Key, Rows } from '../../../engine/ports/rows.ts'
import { CommitUnknown } from '../../../engine/ports/store.ts'
import { ask } from '../../connection/mysql/ask.ts'
import { isConnectionLost } from '../../connection/mysql/mysql-errors.ts'
import type { Candidacy, CandidacyTask } from '../candidacies/candidacy.ts'
import type { KnownPools } from '../candidacies/known-pools.ts'
import type { Pool } from '../candidacies/pool.ts'
import { type CandidacyChanges, candidacyChanges, rebuiltTasks } from './candidacy-sql.ts'
import type { KnownCandidacies } from './known-candidacies.ts'
import { lockedInstance, rowsByKey } from './mariadb-rows.ts'
import { type PendingWrite, PendingWrites, revisionIn } from './pending-writes.ts'
import type { PreparedBlocks } from './prepared-blocks.ts'
import { inWordsOfThePort, sendStatements } from './send-statements.ts'
import { type Statement, withoutValues } from './statement.ts'
import { writeSql } from './write-sql.ts'

const NO_TASKS: ReadonlyMap<Key, CandidacyTask> = new Map()

const COMMIT = withoutValues('COMMIT')

/** What a lane knows of what it has committed. */
export interface LaneMemory {
  readonly pools: KnownPools
  readonly candidacies: KnownCandidacies
}

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

  readonly #memory: LaneMemory
  readonly #blocks: PreparedBlocks | null
  /** Written in this transaction. */
  readonly #newPools: Pool[] = []
  /** Candidacies of locked instances as they are before the writes, as far as they are remembered. */
  readonly #candidacies = new Map<Key, Candidacy>()
  /** Writes were sent before the end, and may have been undone since: what they changed is not known. */
  #isUnsure = false

  /** `blocks`: of the connection, on which the lock is prepared too; null where the server can't. */
  constructor(connection: Connection, several: boolean, memory: LaneMemory, blocks: PreparedBlocks | null) {
    this.connection = connection
    this.#blocks = blocks
    this.several = several
    this.#memory = memory
  }

  /** Round trip 1: all instances at once, locked in the order of their keys so that lanes do not wait in a circle. */
  async lock(instances: readonly Key[]): Promise<void> {
    if (instances.length === 0) return
    for (const row of await this.#lockedRows(instances)) {
      this.locked.set(row.key, row)
      if (this.#isUnsure) continue
      for (const candidacy of this.#memory.candidacies.of(row.key, row.revision))
        this.#candidacies.set(candidacy.task, candidacy)
    }
  }

  #lockedRows(instances: readonly Key[]): Promise<Rows['instances'][]> {
    const { connection } = this
    if (this.#blocks && instances.length === 1) return lockedInstance(connection, instances[0]!)
    return rowsByKey(connection, 'instances', instances, true)
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
    const { statements } = await this.#statementsOf(sent)
    this.#isUnsure = true
    this.#candidacies.clear()
    await sendStatements(this.connection, statements)
  }

  /**
   * Round trip 2: all writes and the commit.
   * @throws CommitUnknown
   */
  async commit(): Promise<void> {
    const writes = this.pending.take()
    const { statements, candidacies } = await this.#statementsOf(writes)
    const checked = statements.some(({ mustMatch }) => mustMatch !== undefined)
    // Several statements at once cannot stop at a revision that does not match, so the commit waits for the answer.
    if (checked) await sendStatements(this.connection, statements)
    await this.#commitWith(checked ? [] : statements)
    this.#memory.pools.learn(this.#newPools)
    this.#remember(writes, candidacies)
  }

  async #statementsOf(
    writes: readonly PendingWrite[],
  ): Promise<{ readonly statements: Statement[]; readonly candidacies: CandidacyChanges }> {
    const rebuilt = rebuiltTasks(writes)
    const before = rebuilt.length > 0 ? await this.#tasks(rebuilt) : NO_TASKS
    const candidacies = candidacyChanges(writes, this.#candidacies, before)
    const newPools = this.#memory.pools.unknownOf([...new Set(candidacies.come.map(({ pool }) => pool))])
    this.#newPools.push(...newPools)
    return { statements: writeSql(writes, candidacies, newPools), candidacies }
  }

  /** After the commit: the next commands on these instances need not ask. */
  #remember(writes: readonly PendingWrite[], { come, became }: CandidacyChanges): void {
    const { candidacies } = this.#memory
    for (const write of writes) {
      if (write.table === 'tasks') candidacies.forget(write.key)
      const revision = write.table === 'instances' ? revisionIn(write) : undefined
      if (revision === undefined) continue
      const isSure = !this.#isUnsure && (write.kind === 'insert' || this.locked.has(write.key))
      candidacies.saved(write.key, revision, isSure)
    }
    if (!this.#isUnsure) for (const candidacy of [...come, ...became]) candidacies.learn(candidacy)
  }

  /** One more round trip, which only commands that change candidates pay. */
  async #tasks(keys: readonly Key[]): Promise<ReadonlyMap<Key, CandidacyTask>> {
    const rows = await rowsByKey(this.connection, 'tasks', keys)
    return new Map(rows.map((row) => [row.key, row]))
  }

  async rollback(): Promise<void> {
    await ask(this.connection, 'ROLLBACK')
  }

  async #commitWith(statements: readonly Statement[]): Promise<void> {
    // Batches are hardly ever of the same commands twice.
    const block = this.several || statements.length === 0 ? null : this.#blocks?.blockOf(statements)
    try {
      if (block) await ask(this.connection, block.sql).catch(inWordsOfThePort)
      else await sendStatements(this.connection, [...statements, COMMIT])
      block?.sent()
    } catch (error) {
      throw isConnectionLost(error) ? new CommitUnknown() : error
    }
  }
}
