import mysql, { type Connection } from 'mysql2/promise'
import { type Rate, rateInFlight } from '../measuring/for-a-while.ts'
import { type Completion, FIRST_KEY, type HandDriven } from './completion.ts'
import { insertText, values } from './insert-text.ts'

/** No due date: as the store writes it. */
const NO_DUE_DATE = Number.MAX_SAFE_INTEGER
/** Far from those of other connections. */
const KEYS_PER_CONNECTION = 1_000_000

/**
 * The limit without shared commits: two round trips per completion, a SELECT and a stored procedure that writes
 * everything, stops at a stale revision, and commits; on several connections side by side.
 */
export class MariadbProcedure {
  readonly #lines: readonly Line[]

  /** `url` is a database that a store has made, so tables and indexes are the same. */
  static async open(url: string, sample: Completion, connections: number): Promise<MariadbProcedure> {
    const first = await mysql.createConnection(url)
    await first.query('DROP PROCEDURE IF EXISTS complete_by_hand')
    await first.query(procedure(sample))
    await first.end()
    const lines: Line[] = []
    for (let number = 0; number < connections; number++) lines.push(await openLine(url, sample, number))
    return new MariadbProcedure(lines)
  }

  private constructor(lines: readonly Line[]) {
    this.#lines = lines
  }

  get rate(): Rate {
    return rateInFlight(this.#lines.length, (number) => complete(this.#lines[number]!))
  }

  async close(): Promise<void> {
    for (const { connection } of this.#lines) await connection.end()
  }
}

interface Line {
  readonly connection: Connection
  readonly instance: HandDriven
  readonly state: string
  nextKey: number
}

async function complete(line: Line): Promise<number> {
  const { connection, instance, state } = line
  await connection.query({
    sql: `SELECT * FROM instances WHERE \`key\` = ${instance.key}`,
    rowsAsArray: true,
  })
  const [key, revision, task, next] = [instance.key, instance.revision, instance.task, line.nextKey++]
  await connection.query(
    `CALL complete_by_hand(${key}, ${revision}, ${task}, ${next}, ${mysql.escape(state)})`,
  )
  instance.revision++
  instance.task = next
  return 1
}

async function openLine(url: string, sample: Completion, number: number): Promise<Line> {
  const connection = await mysql.createConnection(url)
  await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
  const base = 2 * FIRST_KEY + number * KEYS_PER_CONNECTION
  const instance = { key: base, task: base + 1, revision: 1 }
  const { candidate, pool } = sample
  const { definition } = sample.task
  const rows = {
    instances: { ...sample.instance, key: base, revision: 1 },
    tasks: { ...sample.task, key: base + 1, instance: base, revision: 1 },
    task_candidacies: {
      candidate,
      taken: 0,
      dueAt: NO_DUE_DATE,
      task: base + 1,
      definition,
      pool,
      followUpAt: 0,
    },
  }
  for (const [table, row] of Object.entries(rows)) await connection.query(insertText(table, row), values(row))
  return { connection, instance, state: sample.instance.state, nextKey: base + 2 }
}

/** All writes of a completion. The counts stay as they are, which whoever writes this by hand knows. */
function procedure({ history, task, completedTask, candidate, pool }: Completion): string {
  const text = (value: string | number | null) => mysql.escape(value)
  const inserted = (table: string, row: object, changed: Readonly<Record<string, string>>) => {
    const cells = Object.entries(row).map(([column, value]) => changed[column] ?? text(value))
    return insertText(table, row).replace(/\(\?.*\)$/, () => `(${cells.join(', ')})`)
  }
  const candidacy = {
    candidate,
    taken: 0,
    dueAt: NO_DUE_DATE,
    task: 0,
    definition: task.definition,
    pool,
    followUpAt: 0,
  }
  return `
    CREATE PROCEDURE complete_by_hand(
      IN p_key BIGINT, IN p_revision BIGINT, IN p_task BIGINT, IN p_next BIGINT, IN p_state LONGTEXT)
    BEGIN
      START TRANSACTION;
      UPDATE instances SET revision = p_revision + 1, state = p_state WHERE \`key\` = p_key AND revision = p_revision;
      IF ROW_COUNT() <> 1 THEN
        ROLLBACK;
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'stale revision';
      END IF;
      ${inserted('history', history, { instance: 'p_key', seq: 'p_revision + 1' })};
      UPDATE tasks SET state = ${text(completedTask.state)}, ended_at = ${text(completedTask.endedAt)}, outcome = NULL,
        completed_by = ${text(completedTask.completedBy)}, revision = p_revision + 1 WHERE \`key\` = p_task;
      DELETE FROM task_candidacies WHERE task = p_task;
      ${inserted('tasks', task, { key: 'p_next', instance: 'p_key', revision: 'p_revision + 1' })};
      ${inserted('task_candidacies', candidacy, { task: 'p_next' })};
      COMMIT;
    END`
}
