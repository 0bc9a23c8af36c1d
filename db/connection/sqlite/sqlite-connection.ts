import Libsql from 'libsql'
import { placeholdersOf } from './placeholders.ts'

/** A prepared statement with the names of its parameters in binding order. */
export interface PreparedStatement {
  readonly statement: Libsql.Statement
  readonly placeholders: readonly string[]
}

/** What a commit waits for: see SQLite's `PRAGMA synchronous`. */
export type Synchronous = 'FULL' | 'NORMAL' | 'OFF'

/** The file is read where the system keeps it, up to the 2 GB that SQLite allows; pages beyond are read one by one. */
const MAPPED_BYTES = 2 ** 31 - 1
/**
 * For what is in the log, or is being written. After most commits SQLite goes through its whole cache, looking for pages beyond the
 * end (any index page that was split makes it believe in some), so a large one costs more than it saves. See decisions/0008.
 */
const CACHE_MB = 8

/** Bounded, because Sequelize writes values into its SELECTs: each is a statement of its own. */
const KEPT_STATEMENTS = 300
/** The checkpointer is there long before, unless the disk cannot keep up with it. */
const AUTOCHECKPOINT_PAGES = 128_000

/** One libsql connection with its prepared statements, least recently used ones forgotten. */
export class SqliteConnection {
  readonly path: string
  readonly driver: Libsql.Database
  readonly #prepared = new Map<string, PreparedStatement>()

  constructor(path: string, synchronous: Synchronous) {
    this.path = path
    this.driver = new Libsql(path)
    this.driver.exec('PRAGMA busy_timeout = 0')
    this.driver.exec(`PRAGMA synchronous = ${synchronous}`)
    this.driver.exec(`PRAGMA cache_size = -${CACHE_MB * 1024}`)
    this.driver.exec(`PRAGMA mmap_size = ${MAPPED_BYTES}`)
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
