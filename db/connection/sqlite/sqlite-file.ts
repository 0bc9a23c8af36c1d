import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { retryWhileBusy } from './busy-retry.ts'
import { Checkpointer } from './checkpointer.ts'
import { SqliteConnection, type Synchronous } from './sqlite-connection.ts'
import { WriteGate } from './write-gate.ts'

/** Everything this process shares about one SQLite file: the write gate, idle connections, what is known of its schema. */
export class SqliteFile {
  readonly path: string
  readonly gate = new WriteGate()
  readonly checkpointer: Checkpointer
  readonly #synchronous: Synchronous
  readonly #idle: SqliteConnection[] = []
  readonly #tableInfo = new Map<string, unknown[]>()

  constructor(path: string, synchronous: Synchronous) {
    this.path = path
    this.#synchronous = synchronous
    this.checkpointer = new Checkpointer(path, this.gate, synchronous)
    mkdirSync(dirname(path), { recursive: true })
  }

  /** Write-ahead logging is a property of the file: set once, before anything else is done with it. */
  async prepareFile(): Promise<void> {
    const connection = this.storeConnection()
    await retryWhileBusy(() => connection.exec('PRAGMA journal_mode = WAL'))
    connection.close()
  }

  storeConnection(): SqliteConnection {
    return new SqliteConnection(this.path, this.#synchronous)
  }

  /** Opening a file costs a millisecond; Sequelize asks for a connection per transaction. */
  borrow(): SqliteConnection {
    return this.#idle.pop() ?? this.storeConnection()
  }

  giveBack(connection: SqliteConnection): void {
    this.#idle.push(connection)
  }

  /** Columns of a table as `PRAGMA table_info` has them; Sequelize asks before every SELECT. */
  knownTableInfo(sql: string): unknown[] | undefined {
    return this.#tableInfo.get(sql)
  }

  learnTableInfo(sql: string, rows: unknown[]): void {
    // A table that is not there yet may still be made by another process.
    if (rows.length > 0 && sql.startsWith('PRAGMA table_info')) this.#tableInfo.set(sql, rows)
  }

  schemaChanged(): void {
    this.#tableInfo.clear()
  }

  async close(): Promise<void> {
    await this.checkpointer.close()
    for (const connection of this.#idle.splice(0)) connection.close()
  }
}
