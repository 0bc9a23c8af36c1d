import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** A way to a MariaDB server that counts what is asked of it. */
export interface CountedWay {
  /** The same database, over this way. */
  readonly url: string
  /** Requests so far: each is one round trip, however many statements it holds. */
  count(): number
  close(): Promise<void>
}

/** Every packet begins with three bytes of length and its number within the exchange, 0 for a new request. */
const HEADER = 4

export async function countRoundTrips(url: string): Promise<CountedWay> {
  const target = new URL(url)
  let count = 0
  const sockets = new Set<Socket>()
  // As the driver does: else what is sent in pieces waits 40 ms for an acknowledgement.
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({
      port: Number(target.port || 3306),
      host: target.hostname,
      noDelay: true,
    })
    const counting = new Requests(() => {
      count++
    })
    client.on('data', (data) => counting.read(data))
    client.pipe(upstream).pipe(client)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const way = new URL(url)
  way.hostname = '127.0.0.1'
  way.port = String((server.address() as AddressInfo).port) // a listening TCP server has one
  return {
    url: way.toString(),
    count: () => count,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Finds the beginnings of requests in what a client sends, in whatever pieces it comes. */
class Requests {
  readonly #found: () => void
  #rest: Buffer = Buffer.alloc(0)
  /** Bytes of the packet that are still to come. */
  #skip = 0

  constructor(found: () => void) {
    this.#found = found
  }

  read(data: Buffer): void {
    let bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, data]) : data
    for (;;) {
      const skipped = Math.min(this.#skip, bytes.length)
      this.#skip -= skipped
      bytes = bytes.subarray(skipped)
      if (bytes.length < HEADER) break
      if (bytes[3] === 0) this.#found()
      this.#skip = bytes.readUIntLE(0, 3) + HEADER
    }
    this.#rest = bytes
  }
}
