import { type Database, openDatabase } from '../db/connection/open-database.ts'
import { MemoryStore } from '../engine/ports/memory/memory-store.ts'
import type { Key } from '../engine/ports/rows.ts'
import type { EngineStore, StoreTransaction } from '../engine/ports/store.ts'
import { sampleCompletion } from './by-hand/completion.ts'
import { SqliteCompletions } from './by-hand/sqlite-completions.ts'
import { endless } from './diagrams.ts'
import { engineOn } from './engine-on.ts'
import { Driver, post } from './http/driver.ts'
import { type Served, serve, signIn } from './http/served.ts'
import { type Comparison, compare, type Measuring } from './measuring/compare.ts'
import type { Figure } from './measuring/figure.ts'
import type { Rate } from './measuring/for-a-while.ts'
import { temporarySqlite } from './temporary-database.ts'

const CONNECTIONS = 64

type Contender = 'ours' | 'alone' | 'memory' | 'byHand16'

/**
 * Goal 6: completions over HTTP, each with its token checked, its history kept, and on the disk when it is answered;
 * against what the two parts alone allow, and against a server that commits each request by itself.
 */
export async function overHttp(measuring: Measuring): Promise<Figure[]> {
  const ours = await completing((database) => database.store)
  const alone = await completing((database) => new OneByOne(database.store))
  const memory = await completing(() => new MemoryStore())
  const byHand = await completingByHand()
  const compared = await compare<Contender>(
    measuring,
    { ours: ours.rate, alone: alone.rate, memory: memory.rate, byHand16: byHand.rate },
    ['machine', 'disk'],
  )
  console.log(`over HTTP: ${compared.remark}`)
  for (const { close } of [ours, alone, memory, byHand]) await close()
  return figures(compared)
}

interface Completing {
  readonly rate: Rate
  close(): Promise<void>
}

/** A server with an open task for each of the client's connections, completed over and over. */
async function completing(storeOf: (database: Database) => EngineStore): Promise<Completing> {
  const file = await temporarySqlite()
  const database = await openDatabase(file.url)
  const served = await serve(database, storeOf(database))
  const driver = new Driver(CONNECTIONS)
  await startInstances(served, driver)
  const request = post('/v2/user-tasks/{key}/completion', await signIn(served.port), '{}')
  return {
    rate: driver.rate({ port: served.port, request, connections: CONNECTIONS }),
    async close() {
      await driver.close()
      await served.close()
      await database.close()
      await file.remove()
    },
  }
}

/** An instance for each line; its next task is known from the commit that made it. */
async function startInstances({ engine }: Served, driver: Driver): Promise<void> {
  const lineOf = new Map<Key, number>()
  engine.onCommit((changes) => {
    for (const { table, kind, instance, key } of changes) {
      if (table !== 'tasks' || kind !== 'inserted') continue
      if (!lineOf.has(instance)) lineOf.set(instance, lineOf.size)
      driver.tasks[lineOf.get(instance)!] = key
    }
  })
  const deployed = await engine.deploy([{ name: 'bench.bpmn', content: endless }], 'bench')
  if (!deployed.ok) throw new Error('the diagram was refused')
  const key = deployed.value.processes[0]!.row.key
  for (let line = 0; line < CONNECTIONS; line++)
    await engine.create({ process: { key }, variables: {} }, { by: 'bench' })
}

async function completingByHand(): Promise<Completing> {
  const file = await temporarySqlite()
  const running = await engineOn(file.url, endless)
  const sample = await sampleCompletion(running)
  await running.close()
  const byHand = new SqliteCompletions(file.path, sample)
  return {
    rate: byHand.sixteen,
    async close() {
      byHand.close()
      await file.remove()
    },
  }
}

/** A store without shared commits: one transaction per request, one after another. */
class OneByOne implements EngineStore {
  readonly #store: EngineStore
  readonly get: EngineStore['get']
  readonly find: EngineStore['find']
  readonly count: EngineStore['count']
  readonly open: EngineStore['open']
  readonly reserveKeys: EngineStore['reserveKeys']
  readonly close: EngineStore['close']
  #last: Promise<unknown> = Promise.resolve()

  constructor(store: EngineStore) {
    this.#store = store
    this.get = store.get.bind(store)
    this.find = store.find.bind(store)
    this.count = store.count.bind(store)
    this.open = store.open.bind(store)
    this.reserveKeys = store.reserveKeys.bind(store)
    this.close = store.close.bind(store)
  }

  transact<T>(instances: readonly Key[], work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    const done = this.#last.then(() => this.#store.transact(instances, work))
    this.#last = done.catch(() => undefined)
    return done
  }
}

function figures(compared: Comparison<Contender>): Figure[] {
  // Ratios within a round: ours / (1 / (1/A + 1/B)) = ours/A + ours/B.
  const ofBound = compared.ratio('ours', 'memory') + compared.ratio('ours', 'byHand16')
  const bound = 1 / (1 / compared.rate('memory') + 1 / compared.rate('byHand16'))
  return [
    {
      name: `completions over HTTP, ${CONNECTIONS} connections`,
      ours: compared.rate('ours'),
      reference: bound,
      ratio: ofBound,
      goal: 0.7,
      unit: 'completions/s',
      against: '1/(1/A + 1/B): A from memory, B the SQL by hand, 16 per transaction',
    },
    {
      name: 'completions over HTTP, against one transaction per request',
      ours: compared.rate('ours'),
      reference: compared.rate('alone'),
      ratio: compared.ratio('ours', 'alone'),
      goal: 2.2,
      unit: 'completions/s',
      against: 'the same server without shared commits',
    },
    {
      name: 'completions over HTTP, against the same from memory',
      ours: compared.rate('ours'),
      reference: compared.rate('memory'),
      ratio: compared.ratio('ours', 'memory'),
      goal: null,
      unit: 'completions/s',
      against: 'A: the same route answered from memory',
    },
  ]
}
