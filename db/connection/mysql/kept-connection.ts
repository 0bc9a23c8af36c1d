import type { Connection } from 'mysql2'

/** A connection that is opened when it is first needed and again after it was lost. */
export class KeptConnection {
  readonly #connect: () => Promise<Connection>
  #connection: Promise<Connection> | null = null

  constructor(connect: () => Promise<Connection>) {
    this.#connect = connect
  }

  /** @throws errors of the driver when the server cannot be reached */
  get(): Promise<Connection> {
    if (this.#connection) return this.#connection
    const connection = this.#connect()
    this.#connection = connection
    const forget = () => {
      if (this.#connection === connection) this.#connection = null
    }
    // A server that restarts ends idle connections: they must not be the next one's.
    connection.then((opened) => opened.on('error', forget).on('end', forget), forget)
    return connection
  }

  /** What was asked before is answered first. */
  async end(): Promise<void> {
    const connection = await this.#take()
    await new Promise<void>((resolve) => (connection ? connection.end(() => resolve()) : resolve()))
  }

  async close(): Promise<void> {
    const connection = await this.#take()
    connection?.destroy()
  }

  async #take(): Promise<Connection | null> {
    const connection = this.#connection
    this.#connection = null
    return (await connection?.catch(() => null)) ?? null
  }
}
