import mysql, { type Connection } from 'mysql2/promise'
import { type Rate, rateInFlight } from '../measuring/for-a-while.ts'
import { type Completion, FIRST_KEY, type HandDriven } from './completion.ts'
import { insertHead, values } from './insert-text.ts'

const PER_TRANSACTION = 16
/** No due date: as the store writes it. */
const NO_DUE_DATE = Number.MAX_SAFE_INTEGER

/**
 * The limit: the SQL of completions by hand on one connection, in two round trips, however many are in the
 * transaction: a locking SELECT, then all writes with the COMMIT.
 */
export class MariadbCompletions {
  readonly #connection: Connection
  readonly #sample: Completion
  readonly #instances: HandDriven[] = []
  #nextKey = FIRST_KEY

  /** `url` is a database that a store has made, so tables and indexes are the same. */
  static async open(url: string, sample: Completion): Promise<MariadbCompletions> {
    const connection = await mysql.createConnection({ uri: url, multipleStatements: true })
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
    await connection.query('SET SESSION autocommit = 0')
    const completions = new MariadbCompletions(connection, sample)
    await completions.#addInstances()
    return completions
  }

  private constructor(connection: Connection, sample: Completion) {
    this.#connection = connection
    this.#sample = sample
  }

  get one(): Rate {
    return rateInFlight(1, () => this.#commit(1))
  }

  get sixteen(): Rate {
    return rateInFlight(1, () => this.#commit(PER_TRANSACTION))
  }

  close(): Promise<void> {
    return this.#connection.end()
  }

  async #commit(completions: number): Promise<number> {
    const those = this.#instances.slice(0, completions)
    const keys = those.map(({ key }) => key).join(', ')
    const order = 'ORDER BY `key` FOR UPDATE'
    await this.#connection.query({
      sql: `SELECT * FROM instances WHERE \`key\` IN (${keys}) ${order}`,
      rowsAsArray: true,
    })
    await this.#connection.query(`${this.#writes(those).join(';\n')};\nCOMMIT`)
    return completions
  }

  #writes(those: readonly HandDriven[]): string[] {
    const { history, task, candidate, pool } = this.#sample
    const before = those.map(({ task }) => task)
    const updates = those.flatMap((instance) => this.#advance(instance))
    const histories = those.map(({ key, revision }) => ({ ...history, instance: key, seq: revision }))
    const tasks = those.map((one) => ({ ...task, key: one.task, instance: one.key, revision: one.revision }))
    const candidacies = those.map((one) => ({
      candidate,
      taken: 0,
      dueAt: NO_DUE_DATE,
      task: one.task,
      definition: task.definition,
      pool,
      followUpAt: 0,
    }))
    return [
      ...updates,
      insertAll('history', histories),
      insertAll('tasks', tasks),
      `DELETE FROM task_candidacies WHERE task IN (${before.join(', ')})`,
      insertAll('task_candidacies', candidacies),
    ]
  }

  /** The two updates of a completion; the instance then stands at its next task. */
  #advance(instance: HandDriven): string[] {
    const { state } = this.#sample.instance
    const { state: ended, endedAt, completedBy } = this.#sample.completedTask
    const { key, revision, task } = instance
    instance.revision++
    instance.task = this.#nextKey++
    return [
      `UPDATE instances SET revision = ${revision + 1}, state = ${mysql.escape(state)}` +
        ` WHERE \`key\` = ${key} AND revision = ${revision}`,
      `UPDATE tasks SET state = '${ended}', ended_at = ${endedAt}, outcome = NULL,` +
        ` completed_by = ${mysql.escape(completedBy)}, revision = ${revision + 1} WHERE \`key\` = ${task}`,
    ]
  }

  async #addInstances(): Promise<void> {
    for (let count = 0; count < PER_TRANSACTION; count++) {
      const instance = { key: this.#nextKey++, task: this.#nextKey++, revision: 1 }
      this.#instances.push(instance)
    }
    const instances = this.#instances.map(({ key }) => ({ ...this.#sample.instance, key, revision: 1 }))
    const tasks = this.#instances.map((one) => ({ ...this.#sample.task, key: one.task, instance: one.key }))
    await this.#connection.query(`${insertAll('instances', instances)}; ${insertAll('tasks', tasks)}; COMMIT`)
  }
}

const insertAll = (table: string, rows: readonly object[]): string =>
  insertHead(table, rows[0]!) +
  rows
    .map(
      (row) =>
        `(${values(row)
          .map((cell) => mysql.escape(cell))
          .join(', ')})`,
    )
    .join(', ')
