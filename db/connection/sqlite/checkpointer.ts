import LibsqlAsync from 'libsql/promise'
import type { WriteGate } from './write-gate.ts'

/** Commits are small or large; so many commands write some 16,000 pages, 64 MB of log. */
const COMMANDS_BETWEEN = 2_000
/** Every so often the log is emptied to its last page, which writers have to wait for. */
const FINISHED_EVERY = 4
/**
 * Before they are made to wait. SQLite forces the file itself to the disk only when no page has come meanwhile, 150 ms with a
 * million instances; among some short rounds one meets such a moment, and what is left to wait for is a few pages.
 */
const ROUNDS_BEFORE_GATE = 4

/**
 * Brings what commits have written to the log into the file, beside the event loop: with a million instances most
 * pages of the log are different ones, and SQLite's own checkpoint would stop everything for 150 ms and more.
 *
 * Under load there are always new pages, and the log begins anew only after all have been brought over; so now and then
 * writers wait at the gate for the last few, while reads go on. SQLite's own checkpoint stays as the last resort.
 */
export class Checkpointer {
  readonly #path: string
  readonly #gate: WriteGate
  readonly #synchronous: string
  #connection: LibsqlAsync | null = null
  #written = 0
  #rounds = 0
  #running: Promise<void> | null = null

  constructor(path: string, gate: WriteGate, synchronous: string) {
    this.#path = path
    this.#gate = gate
    this.#synchronous = synchronous
  }

  /** So many commands have been committed. */
  wrote(commands: number): void {
    this.#written += commands
    if (this.#written < COMMANDS_BETWEEN || this.#running) return
    this.#written = 0
    this.#running = this.#round().finally(() => {
      this.#running = null
    })
  }

  async close(): Promise<void> {
    await this.#running
    this.#connection?.close()
    this.#connection = null
  }

  async #round(): Promise<void> {
    await this.#checkpoint()
    this.#rounds += 1
    if (this.#rounds % FINISHED_EVERY !== 0) return
    for (let round = 0; round < ROUNDS_BEFORE_GATE; round++) await this.#checkpoint()
    const leave = await this.#gate.enter()
    await this.#checkpoint()
    leave()
  }

  /** What fails here, another process having begun one or the disk being full, is tried again after more commits. */
  async #checkpoint(): Promise<void> {
    try {
      this.#connection ??= await this.#connect()
      await this.#connection.exec('PRAGMA wal_checkpoint(PASSIVE)')
    } catch {}
  }

  async #connect(): Promise<LibsqlAsync> {
    const connection = new LibsqlAsync(this.#path, {})
    await connection.exec(`PRAGMA synchronous = ${this.#synchronous}`)
    return connection
  }
}
