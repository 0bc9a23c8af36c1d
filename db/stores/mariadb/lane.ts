import type { Connection } from 'mysql2'
import type { Sequelize } from 'sequelize'
import { CommitUnknown } from '../../../engine/ports/store.ts'
import { DuplicateRow } from '../../../engine/ports/store-errors.ts'
import { KeptConnection } from '../../connection/mysql/kept-connection.ts'
import { isConflict, isConnectionLost, Overtaken } from '../../connection/mysql/mysql-errors.ts'
import { KnownPools } from '../candidacies/known-pools.ts'
import { type Command, CommandQueue } from '../command-queue.ts'
import { KnownCandidacies } from './known-candidacies.ts'
import { LaneBatch } from './lane-batch.ts'
import { prepareLock } from './mariadb-rows.ts'
import { MariadbTransaction } from './mariadb-transaction.ts'
import { PreparedBlocks } from './prepared-blocks.ts'

/** A command that loses every one of these races has a problem that another try will not solve. */
const ATTEMPTS = 10
const LONGEST_PAUSE_MS = 200

type Answer = () => void

/** One writer connection and the commands that wait for it. Its batches run one after another. */
export class Lane {
  readonly queue = new CommandQueue((take) => this.#runBatch(take()))
  readonly #sequelize: Sequelize
  readonly #connection: KeptConnection
  readonly #preparesBlocks: boolean
  /** Prepared statements go with their connection. */
  readonly #blocks = new WeakMap<Connection, PreparedBlocks>()
  readonly #memory = { pools: new KnownPools(), candidacies: new KnownCandidacies() }

  /** `preparesBlocks`: see ServerSettings. */
  constructor(sequelize: Sequelize, connect: () => Promise<Connection>, preparesBlocks: boolean) {
    this.#sequelize = sequelize
    this.#connection = new KeptConnection(connect)
    this.#preparesBlocks = preparesBlocks
  }

  async close(): Promise<void> {
    await this.queue.idle()
    await this.#connection.close()
  }

  async #runBatch(commands: readonly Command[]): Promise<void> {
    const failure = commands.length > 1 ? await this.#attempt(commands) : { error: null }
    if (!failure) return
    if (failure.error instanceof CommitUnknown) for (const command of commands) command.fail(failure.error)
    else for (const command of commands) await this.#runAlone(command)
  }

  /** Repeats the command while it only lost to others. */
  async #runAlone(command: Command): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const failure = await this.#attempt([command])
      if (!failure) return
      if (!mayPass(failure.error, attempt)) return command.fail(failure.error)
      const pause = Math.random() * Math.min(2 ** attempt, LONGEST_PAUSE_MS)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }

  /** Runs the commands in one transaction and answers them after its commit; else says why nothing was committed. */
  async #attempt(commands: readonly Command[]): Promise<{ readonly error: unknown } | null> {
    let batch: LaneBatch | null = null
    try {
      const connection = await this.#connection.get()
      const blocks = this.#blocks.get(connection) ?? (await this.#blocksOf(connection))
      batch = new LaneBatch(connection, commands.length > 1, this.#memory, blocks)
      const answers = await this.#run(batch, commands)
      await batch.commit()
      for (const answer of answers) answer()
      return null
    } catch (error) {
      await this.#undo(batch, error)
      return { error }
    }
  }

  async #run(batch: LaneBatch, commands: readonly Command[]): Promise<Answer[]> {
    await batch.lock([...new Set(commands.flatMap((command) => command.instances))])
    const answers: Answer[] = []
    for (const command of commands) answers.push(await this.#runCommand(batch, command))
    return answers
  }

  /** @throws when the whole batch has to be undone, because this command's failure cannot be undone alone */
  async #runCommand(batch: LaneBatch, command: Command): Promise<Answer> {
    const tx = new MariadbTransaction(this.#sequelize, batch)
    try {
      await command.run(tx)
      await tx.succeed()
      return () => command.succeed()
    } catch (error) {
      await tx.fail(error)
      if (tx.doomed) throw new Overtaken()
      if (!batch.several || batch.broken) throw error
      return () => command.fail(error)
    }
  }

  /** Of a new connection. */
  async #blocksOf(connection: Connection): Promise<PreparedBlocks | null> {
    if (!this.#preparesBlocks) return null
    await prepareLock(connection)
    const blocks = new PreparedBlocks()
    this.#blocks.set(connection, blocks)
    return blocks
  }

  async #undo(batch: LaneBatch | null, error: unknown): Promise<void> {
    const lost = error instanceof CommitUnknown || isConnectionLost(error)
    // A connection that cannot even roll back is of no use; closing it rolls back on the server.
    if (lost || !batch) await this.#connection.close()
    else await batch.rollback().catch(() => this.#connection.close())
  }
}

function mayPass(error: unknown, attempt: number): boolean {
  // Two nodes inserted the same thing; the one that came second finds it there when it runs again.
  if (error instanceof DuplicateRow) return attempt === 1
  return attempt < ATTEMPTS && (isConflict(error) || isConnectionLost(error))
}
