import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import supertest from 'supertest'
import type { Database } from '../../db/connection/open-database.ts'
import { loadDemoCompany } from '../../db/demo/load-demo-company.ts'
import { readingOf } from '../../db/records/change-records.ts'
import { openTestSqlite, type TestDatabase } from '../../db/records/testing/test-databases.ts'
import type { Handlers } from '../../engine/index.ts'
import { createEngine } from '../../engine/runtime/index.ts'
import { companyZone } from '../company-zone.ts'
import { createServer, type KartablServer } from '../create-server.ts'
import { createLog } from '../log.ts'
import { redisLink } from '../realtime/redis-link.ts'
import { checkForm } from '../task-form/check-form.ts'
import { workingCalendars } from '../working-calendars.ts'

/** Everyone in the demo company has it. */
export const PASSWORD = 'kartabl'

export interface ServedDemo {
  readonly server: KartablServer
  readonly url: string
  /** Time of everything; move it forward by hand. */
  readonly clock: { at: number }
  /** Requests as this person, signed in by password; null: as nobody. */
  as(person: string | null): Promise<ReturnType<typeof supertest.agent>>
  /** One more node on the same database. Close it first. */
  besides(): Promise<ServedDemo>
  close(): Promise<void>
}

export interface ServedDemoOptions {
  readonly handlers?: Handlers
  readonly loginTries?: number
  /** Without the demo company: a database that waits for its first administrator. */
  readonly empty?: boolean
  /** Opens the database; SQLite when left out. */
  readonly open?: () => Promise<TestDatabase>
  /** Shares live updates between nodes. */
  readonly redisUrl?: string
}

/** The real server with the demo company: nothing in it is replaced. */
export async function serveDemo(options: ServedDemoOptions = {}): Promise<ServedDemo> {
  const test = await (options.open ?? openTestSqlite)()
  const clock = { at: Date.parse('2026-03-02T08:00:00.000Z') }
  if (!options.empty) await loadDemoCompany(test.database, { now: clock.at })
  const key = createSecretKey(randomBytes(32))
  return serveNode({ database: test.database, clock, key, options, drop: test.drop })
}

interface Node {
  readonly database: Database
  readonly clock: { at: number }
  readonly key: KeyObject
  readonly options: ServedDemoOptions
  readonly drop: () => Promise<void>
}

async function serveNode(node: Node): Promise<ServedDemo> {
  const { database, clock, key, options, drop } = node
  const { handlers = {}, loginTries = 30, redisUrl } = options
  const now = () => clock.at
  const company = await companyZone(readingOf(database), now)
  const calendars = await workingCalendars(readingOf(database))
  const engine = createEngine({
    store: database.store,
    handlers,
    clock: now,
    calendar: calendars.calendar,
    get zone() {
      return company.zone
    },
    checkForm,
    onFault: ({ doing, error }) => console.error(doing, error),
  })
  const log = createLog('error')
  const server = createServer({
    config: { origins: [], loginTries, requestsPerMinute: 1_000_000 },
    database,
    engine,
    zone: company,
    calendars,
    key,
    log,
    now,
    redis: redisUrl === undefined ? undefined : redisLink(redisUrl, log, now),
    webDirectory: '/nonexistent',
    checkAnswers: true,
  })
  await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}` // a listening TCP server has one
  return {
    server,
    url,
    clock,
    async as(person) {
      const agent = supertest.agent(url)
      if (person === null) return agent
      const answer = await agent
        .post('/api/auth/login')
        .send({ user: person, password: PASSWORD })
        .expect(200)
      return agent.set('Authorization', `Bearer ${answer.body.accessToken}`)
    },
    besides: () => serveNode({ ...node, drop: async () => undefined }),
    async close() {
      server.http.closeAllConnections()
      await server.close()
      await engine.stop()
      await drop()
    },
  }
}
