import Libsql from 'libsql'
import { placeholdersOf } from './placeholders.ts'

/** A prepared statement with the names of its parameters in binding order. */
export interface PreparedStatement {
  readonly statement: Libsql.Statement
  readonly placeholders: readonly string[]
}

/** What a connection is tuned for. */
export interface SqliteTuning {
  readonly synchronous: 'FULL' | 'NORMAL' | 'OFF'
  readonly cacheMegabytes: number
}

/** Bounded, because Sequelize writes values into its SELECTs: each is a statement of its own. */
const KEPT_STATEMENTS = 300
/** The checkpointer is there long before, unless the disk cannot keep up with it. */
const AUTOCHECKPOINT_PAGES = 128_000

/** One libsql connection with its prepared statements, least recently used ones forgotten. */
export class SqliteConnection {
  readonly path: string
  readonly driver: Libsql.Database
  readonly #prepared = new Map<string, PreparedStatement>()

  constructor(path: string, tuning: SqliteTuning) {
    this.path = path
    this.driver = new Libsql(path)
    this.driver.exec('PRAGMA busy_timeout = 0')
    this.driver.exec(`PRAGMA synchronous = ${tuning.synchronous}`)
    this.driver.exec(`PRAGMA cache_size = -${tuning.cacheMegabytes * 1024}`)
    this.driver.exec(`PRAGMA wal_autocheckpoint = ${AUTOCHECKPOINT_PAGES}`)
    this.driver.exec('PRAGMA foreign_keys = ON')
    this.driver.exec('PRAGMA temp_store = MEMORY')
  }

  prepare(sql: string): PreparedStatement {
    const known = this.#prepared.get(sql)
    if (known) this.#prepared.delete(sql)
    const prepared = known ?? { statement: this.driver.prepare(sql), placeholders: placeholdersOf(sql) }
    this.#prepared.set(sql, prepared)
    if (this.#prepared.size > KEPT_STATEMENTS) this.#forgetOldest()
    return prepared
  }

  exec(sql: string): void {
    this.driver.exec(sql)
  }

  get inTransaction(): boolean {
    return this.driver.inTransaction
  }

  close(): void {
    this.#prepared.clear()
    this.driver.close()
  }

  #forgetOldest(): void {
    const oldest = this.#prepared.keys().next().value
    if (oldest !== undefined) this.#prepared.delete(oldest)
  }
}
