import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The product as `npm start` serves it, on a free port and with an empty data directory. */
export interface ServedKartabl {
  /** Such as `http://127.0.0.1:41234`: at `localhost` the live socket would not believe that the network is gone. */
  readonly address: string
  stop(): Promise<void>
}

/** Starts it and waits until it is ready. `empty`: without the demo company. */
export async function serveKartabl({ empty = false } = {}): Promise<ServedKartabl> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kartabl-e2e-'))
  const server = spawn(process.execPath, ['scripts/start.mjs', ...(empty ? ['--empty'] : [])], {
    env: { ...settings(), DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return {
    address: await addressOf(server),
    async stop() {
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
      await rm(dataDir, { recursive: true })
    },
  }
}

/** What surrounds the tests must not reach the server: a database or a secret of somebody's own. */
function settings(): NodeJS.ProcessEnv {
  const {
    DATABASE_URL: _database,
    REDIS_URL: _redis,
    JWT_SECRET: _secret,
    NODE_ENV: _mode,
    ...rest
  } = process.env
  return rest
}

/** Reads the address from what the server prints when it is ready; says what it printed if that never comes. */
async function addressOf(server: ChildProcess): Promise<string> {
  const said: string[] = []
  if (server.stdout === null || server.stderr === null)
    throw new Error('The server was started without pipes.')
  server.stderr.on('data', (chunk) => said.push(String(chunk)))
  for await (const line of createInterface({ input: server.stdout })) {
    said.push(line)
    const [, port] = /ready: http:\/\/\S+:(\d+)/.exec(line) ?? []
    if (port === undefined) continue
    server.stdout.resume()
    return `http://127.0.0.1:${port}`
  }
  throw new Error(`Kartabl did not become ready. It said:\n${said.join('\n')}`)
}
