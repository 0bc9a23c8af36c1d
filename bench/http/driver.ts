import { Worker } from 'node:worker_threads'
import type { Rate } from '../measuring/for-a-while.ts'
import type { Drive, Driven } from './client-messages.ts'

/** The client's thread, seen from the server's. */
export class Driver {
  /** The open task of each connection's line. */
  readonly tasks: Float64Array
  readonly #worker: Worker

  constructor(lines: number) {
    const shared = new SharedArrayBuffer(lines * Float64Array.BYTES_PER_ELEMENT)
    this.tasks = new Float64Array(shared)
    this.#worker = new Worker(new URL('http-client.js', import.meta.url), { workerData: shared })
  }

  /** Good answers per second. @throws when an answer was not good: then something else was measured */
  rate(drive: Omit<Drive, 'milliseconds'>): Rate {
    return async (milliseconds) => {
      const driven = await this.#drive({ ...drive, milliseconds })
      if (driven.bad > 0) throw new Error(`expected good answers only, got ${driven.complaint}`)
      return (driven.good / driven.milliseconds) * 1_000
    }
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #drive(drive: Drive): Promise<Driven> {
    return new Promise((resolve, reject) => {
      this.#worker.once('error', reject)
      this.#worker.once('message', (driven: Driven) => {
        this.#worker.off('error', reject)
        resolve(driven)
      })
      this.#worker.postMessage(drive)
    })
  }
}

const REQUIRED = 'Host: 127.0.0.1\r\nConnection: keep-alive\r\n'

export const get = (path: string, token?: string): string =>
  `GET ${path} HTTP/1.1\r\n${REQUIRED}${token === undefined ? '' : `Authorization: Bearer ${token}\r\n`}\r\n`

export const post = (path: string, token: string, body: string): string =>
  `POST ${path} HTTP/1.1\r\n${REQUIRED}Authorization: Bearer ${token}\r\nContent-Type: application/json\r\n` +
  `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
