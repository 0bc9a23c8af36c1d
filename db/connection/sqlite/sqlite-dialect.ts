import type { Parameters, StatementResult } from './run-statement.ts'
import type { SqliteFile } from './sqlite-file.ts'
import { SqliteHandle } from './sqlite-handle.ts'

/** What runs the statements of one connection. */
export interface StatementRunner {
  run(sql: string, parameters: Parameters): Promise<StatementResult>
  close(): void
}

type Answer = (this: Statement, error: unknown, rows?: unknown[]) => void

/** `this` of an answer. Sequelize knows a bulk insert's answer by this class name, which a bundler might change. */
class Statement {
  readonly changes: number
  readonly lastID: number
  constructor(result: StatementResult) {
    this.changes = result.changes
    this.lastID = result.lastID
  }
}
Object.defineProperty(Statement, 'name', { value: 'Statement' })

/** The part of the `sqlite3` package's connection that Sequelize 6 calls. */
export class SqliteCallbacks {
  readonly filename: string
  /** Set by Sequelize: the transaction that holds this connection. */
  uuid: string | undefined
  readonly #file: SqliteFile
  readonly #runner: StatementRunner

  constructor(file: SqliteFile, runner: StatementRunner) {
    this.filename = file.path
    this.#file = file
    this.#runner = runner
  }

  /** Statements of one connection already run one after another. */
  serialize(work: () => void): void {
    work()
  }

  run(sql: string, parameters: Parameters = [], answer?: Answer): void {
    // The connection is born with these settings; running them again would wait for the gate.
    if (sql.startsWith('PRAGMA FOREIGN_KEYS')) return
    this.#answer(this.#runner.run(sql, parameters), answer)
  }

  all(sql: string, parametersOrAnswer: Parameters | Answer, answer?: Answer): void {
    // The sqlite3 package takes the answer in second place when there are no parameters.
    const parameters = typeof parametersOrAnswer === 'function' ? [] : (parametersOrAnswer as Parameters)
    const callback = typeof parametersOrAnswer === 'function' ? parametersOrAnswer : answer
    const known = sql.startsWith('PRAGMA table_info') ? this.#file.knownTableInfo(sql) : undefined
    if (known) callback?.call(new Statement({ rows: known, changes: 0, lastID: 0 }), null, known)
    else
      this.#answer(this.#runner.run(sql, parameters), callback, (rows) =>
        this.#file.learnTableInfo(sql, rows),
      )
  }

  close(answer?: (error: unknown) => void): void {
    this.#runner.close()
    answer?.(null)
  }

  #answer(
    result: Promise<StatementResult>,
    answer: Answer | undefined,
    learn?: (rows: unknown[]) => void,
  ): void {
    result.then(
      (done) => {
        learn?.(done.rows)
        answer?.call(new Statement(done), null, done.rows)
      },
      (error) => answer?.call(new Statement({ rows: [], changes: 0, lastID: 0 }), error),
    )
  }
}

/** A `dialectModule` for Sequelize's sqlite dialect whose connections all belong to `file`. */
export function sqliteDialect(file: SqliteFile): object {
  class Database extends SqliteCallbacks {
    constructor(_path: string, _mode: number, opened: (error: unknown) => void) {
      super(file, new SqliteHandle(file))
      // Sequelize registers the connection after the constructor and resolves from this callback.
      queueMicrotask(() => opened(null))
    }
  }
  return { OPEN_READWRITE: 2, OPEN_CREATE: 4, Database }
}
