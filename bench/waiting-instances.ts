import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../db/connection/open-database.ts'
import { endless } from './diagrams.ts'
import { engineOn, openTasks, type RunningEngine } from './engine-on.ts'
import { serve, signIn } from './http/served.ts'
import type { Measuring } from './measuring/compare.ts'
import { costs, type Figure } from './measuring/figure.ts'
import { median } from './measuring/statistics.ts'
import { temporarySqlite } from './temporary-database.ts'

/** Goal 4 allows 20 MB for so many. */
const ALLOWED = { instances: 100_000, megabytes: 20 }
const IN_FLIGHT = 64
const MEGABYTE = 1_048_576

/** Goal 4: waiting instances hold nothing in memory, and a server that starts serves at once. */
export async function waitingInstances({ pace }: Measuring): Promise<Figure[]> {
  const file = await temporarySqlite()
  const running = await engineOn(file.url, endless)
  const added = await memoryOf(running, pace.waiting)
  const tasks = await openTasks(running, pace.rounds)
  await running.close()
  const restart = await coldRestarts(file.url)
  const times: number[] = []
  for (const { task } of tasks) times.push(await restart(task))
  await file.remove()
  return [
    costs({
      name: `memory added by ${pace.waiting.toLocaleString('en')} waiting instances`,
      // Garbage of the time before may go meanwhile, and then nothing was added.
      ours: Math.max(added / MEGABYTE, 0.01),
      reference: (ALLOWED.megabytes * pace.waiting) / ALLOWED.instances,
      goal: 1,
      unit: 'MB',
      against: 'the limit',
    }),
    costs({
      name: 'cold restart: from the start of the process to its first completion',
      ours: median(times),
      reference: 1_000,
      goal: 1,
      unit: 'ms',
      against: `the limit; over HTTP, ${pace.waiting.toLocaleString('en')} waiting`,
    }),
  ]
}

/** Bytes that Node holds more after so many were started than before, the first thousand not counted. */
async function memoryOf(running: RunningEngine, instances: number): Promise<number> {
  await startMany(running, 1_000)
  const before = heldBytes()
  await startMany(running, instances)
  return heldBytes() - before
}

async function startMany({ start }: RunningEngine, count: number): Promise<void> {
  let left = count
  const line = async () => {
    while (left-- > 0) await start()
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, line))
}

function heldBytes(): number {
  // Twice, because finalizers free more. `scripts/bench.mjs` exposes it.
  for (let time = 0; time < 2; time++) (globalThis as { gc?: () => void }).gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** A server is started as a new process, asked to complete a task as soon as it listens, and ended. Milliseconds. */
async function coldRestarts(url: string): Promise<(task: number) => Promise<number>> {
  const secret = randomBytes(32).toString('hex')
  const token = await signedInBefore(url, secret)
  const program = fileURLToPath(new URL('restarted-server.js', import.meta.url))
  return async (task) => {
    const began = performance.now()
    const server = spawn(process.execPath, ['--no-warnings', program, url, secret], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [port] = (await once(createInterface(server.stdout), 'line')) as [string] // a line is one argument
    const answer = await fetch(`http://127.0.0.1:${port}/v2/user-tasks/${task}/completion`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    })
    const took = performance.now() - began
    if (answer.status !== 204) throw new Error(`expected 204, got ${answer.status} ${await answer.text()}`)
    server.kill()
    await once(server, 'exit')
    return took
  }
}

/** Somebody signed in before the server was ended; the session goes on. */
async function signedInBefore(url: string, secret: string): Promise<string> {
  const database = await openDatabase(url)
  const served = await serve(database, database.store, secret)
  const token = await signIn(served.port)
  await served.close()
  await database.close()
  return token
}
