import type { Connection } from 'mysql2'

/** A lane's connection, opened when first needed and again after it was lost. */
export class LaneConnection {
  readonly #connect: () => Promise<Connection>
  #connection: Promise<Connection> | null = null

  constructor(connect: () => Promise<Connection>) {
    this.#connect = connect
  }

  get(): Promise<Connection> {
    if (this.#connection) return this.#connection
    const connection = this.#connect()
    this.#connection = connection
    const forget = () => {
      if (this.#connection === connection) this.#connection = null
    }
    // A server that restarts ends idle connections: they must not be the next command's.
    connection.then((opened) => opened.on('error', forget).on('end', forget), forget)
    return connection
  }

  async close(): Promise<void> {
    const connection = await this.#connection?.catch(() => null)
    this.#connection = null
    connection?.destroy()
  }
}
