import { endless } from './diagrams.ts'
import { engineOn, type OpenTask, type RunningEngine } from './engine-on.ts'
import { fillWaiting, type ManyWaiting } from './fill/many-waiting.ts'
import { Driver, post } from './http/driver.ts'
import { serve, signIn } from './http/served.ts'
import { type Comparison, compare, type Measuring } from './measuring/compare.ts'
import type { Figure } from './measuring/figure.ts'
import { type Rate, rateInFlight } from './measuring/for-a-while.ts'
import { temporarySqlite } from './temporary-database.ts'

const FEW = 1_000
const IN_FLIGHT = 16
const CONNECTIONS = 64

type Way = 'one' | 'batch' | 'http'
type Contender = `${Way} of ${'few' | 'many'}`

/** Completions of any of the waiting instances, when a million wait and when a thousand do. */
export async function millionWaiting(measuring: Measuring): Promise<Figure[]> {
  const { many: count } = measuring.pace
  const few = await waitingOn(FEW)
  const many = await waitingOn(count)
  const compared = await compare<Contender>(
    measuring,
    {
      'one of few': few.one,
      'one of many': many.one,
      'batch of few': few.batch,
      'batch of many': many.batch,
      'http of few': few.http,
      'http of many': many.http,
    },
    ['machine', 'disk'],
  )
  console.log(`many waiting: ${compared.remark}`)
  await few.close()
  await many.close()
  return [
    figure(compared, count, 'one', 'one at a time'),
    figure(compared, count, 'batch', `${IN_FLIGHT} in flight`),
    figure(compared, count, 'http', `over HTTP, ${CONNECTIONS} connections`),
  ]
}

const figure = (compared: Comparison<Contender>, count: number, way: Way, how: string): Figure => ({
  name: `completions with ${count.toLocaleString('en')} instances waiting, ${how}`,
  ours: compared.rate(`${way} of many`),
  reference: compared.rate(`${way} of few`),
  ratio: compared.ratio(`${way} of many`, `${way} of few`),
  goal: 0.8,
  unit: 'completions/s',
  against: `with ${FEW.toLocaleString('en')} waiting`,
})

type Waiting = Readonly<Record<Way, Rate>> & { close(): Promise<void> }

async function waitingOn(count: number): Promise<Waiting> {
  const file = await temporarySqlite()
  const running = await engineOn(file.url, endless)
  const hands = new Hands(await fillWaiting(running, count))
  running.engine.onCommit((changes) => hands.see(changes))
  const overHttp = await completingOverHttp(running, hands)
  const complete = () => completeAny(running, hands)
  return {
    one: rateInFlight(1, complete),
    batch: rateInFlight(IN_FLIGHT, complete),
    http: overHttp.rate,
    async close() {
      await overHttp.close()
      await running.close()
      await file.remove()
    },
  }
}

interface Made {
  readonly table: string
  readonly kind: string
  readonly instance: number
  readonly key: number
}

/** Which of the waiting instances somebody has in hand. The next task of each is known from the commit that made it. */
class Hands {
  readonly #waiting: ManyWaiting
  readonly #held = new Set<number>()

  constructor(waiting: ManyWaiting) {
    this.#waiting = waiting
  }

  /** Any that nobody else has. */
  take(): OpenTask {
    const any = () => this.#waiting.openTask(Math.floor(Math.random() * this.#waiting.count))
    let task = any()
    while (this.#held.has(task.instance)) task = any()
    this.#held.add(task.instance)
    return task
  }

  giveBack({ instance }: Pick<OpenTask, 'instance'>): void {
    this.#held.delete(instance)
  }

  see(changes: readonly Made[]): void {
    for (const { table, kind, instance, key } of changes)
      if (table === 'tasks' && kind === 'inserted') this.#waiting.moved({ instance, task: key })
  }
}

async function completeAny(running: RunningEngine, hands: Hands): Promise<number> {
  const task = hands.take()
  await running.completeTask(task)
  hands.giveBack(task)
  return 1
}

/** The whole server on the same database; each connection goes on with another instance. */
async function completingOverHttp(
  { database }: RunningEngine,
  hands: Hands,
): Promise<{ readonly rate: Rate; close(): Promise<void> }> {
  const served = await serve(database)
  const driver = new Driver(CONNECTIONS)
  const lineOf = new Map<number, number>()
  const giveTask = (line: number) => {
    const { instance, task } = hands.take()
    lineOf.set(instance, line)
    driver.tasks[line] = task
  }
  served.engine.onCommit((changes) => {
    hands.see(changes)
    for (const { table, kind, instance } of changes) {
      const line = table === 'tasks' && kind === 'inserted' ? lineOf.get(instance) : undefined
      if (line === undefined) continue
      lineOf.delete(instance)
      hands.giveBack({ instance })
      giveTask(line)
    }
  })
  const request = post('/v2/user-tasks/{key}/completion', await signIn(served.port), '{}')
  const drive = driver.rate({ port: served.port, request, connections: CONNECTIONS })
  return {
    async rate(milliseconds) {
      for (let line = 0; line < CONNECTIONS; line++) giveTask(line)
      const rate = await drive(milliseconds)
      for (const instance of lineOf.keys()) hands.giveBack({ instance })
      lineOf.clear()
      return rate
    },
    async close() {
      await driver.close()
      await served.close()
    },
  }
}
