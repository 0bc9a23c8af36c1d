import type { KeyObject } from 'node:crypto'
import { createServer as createHttpServer, type Server } from 'node:http'
import type { Database } from '../db/connection/open-database.ts'
import { viewerOf } from '../db/records/access/viewer.ts'
import { readingOf } from '../db/records/change-records.ts'
import { getCompany } from '../db/records/company/company.ts'
import type { Engine } from '../engine/runtime/engine.ts'
import { createApp } from './app.ts'
import { authenticate } from './auth/authenticate.ts'
import { basicSignIn } from './auth/basic-sign-in.ts'
import { currentPeople } from './auth/current-people.ts'
import { failedTries } from './auth/failed-tries.ts'
import { BatchRunner } from './batches/batch-runner.ts'
import type { CompanyZone } from './company-zone.ts'
import type { Config } from './config.ts'
import { registerV2 } from './contract/v2/register.ts'
import type { Log } from './log.ts'
import { createDirectory } from './presenters/directory.ts'
import type { LiveServer } from './realtime/live-server.ts'
import type { RedisLink } from './realtime/redis-link.ts'
import type { Sequences } from './realtime/sequences.ts'
import { startLive } from './realtime/start-live.ts'
import { remembered } from './remembered.ts'
import { allRoutes } from './routes/all-routes.ts'
import type { Services } from './services.ts'
import { v2Router } from './v2/router.ts'
import type { WorkingCalendars } from './working-calendars.ts'

export interface ServerParts {
  readonly config: Pick<Config, 'origins' | 'loginTries' | 'requestsPerMinute'> &
    Partial<Pick<Config, 'proxies'>>
  readonly database: Database
  readonly engine: Engine
  /** What the engine asks for the company's time zone; left out where the company is there from the start. */
  readonly zone?: CompanyZone
  /** By which the engine counts working time; read again at once when a route has changed them. */
  readonly calendars?: WorkingCalendars
  /** Signs access tokens. */
  readonly key: KeyObject
  readonly log: Log
  readonly now: () => number
  /** To the other nodes; the server closes it. Left out: there are none. */
  readonly redis?: RedisLink | undefined
  /** Folder of the built web app. */
  readonly webDirectory: string
  /** The server that listens already, or none yet. */
  readonly http?: Server
  readonly checkAnswers?: boolean
}

export interface KartablServer {
  readonly http: Server
  readonly services: Services
  readonly live: LiveServer
  readonly sequences: Sequences
  /** The other nodes can be reached. */
  readonly connected: Promise<void>
  /** Ends sockets and requests; the engine and the database are their owner's. */
  close(): Promise<void>
}

/** How old what is known of rights and settings may be, milliseconds. */
const KEPT = 2_500

/** What the routes work with, on an open database and its engine. */
export function createServices({
  database,
  engine,
  log,
  now,
}: Pick<ServerParts, 'database' | 'engine' | 'log' | 'now'>): Services {
  const reading = readingOf(database)
  return {
    engine,
    database,
    reading,
    people: currentPeople(reading, now),
    viewer: remembered((person) => viewerOf(reading, person, now()), KEPT, now),
    company: () => getCompany(reading),
    directory: createDirectory(reading, now),
    batches: new BatchRunner(engine, now, (error) => log.error({ err: error }, 'a batch could not go on')),
    log,
    now,
  }
}

/** HTTP, the API, the web app and the sockets, on one port. */
export function createServer(parts: ServerParts): KartablServer {
  const { config, database, engine, key, log, now, webDirectory, checkAnswers = false } = parts
  const services = createServices(parts)
  const tries = failedTries(config.loginTries)
  const isReady = async () => (await engine.store.count('deployments', [])) >= 0
  const app = createApp({
    routes: allRoutes(services, { key, tries, isReady, zone: parts.zone, calendars: parts.calendars }),
    authenticate: authenticate({
      key,
      people: services.people,
      basic: basicSignIn(database, tries, now),
      now,
    }),
    v2: { router: v2Router({ ...services, checkAnswers }), register: registerV2 },
    log,
    requestsPerMinute: config.requestsPerMinute,
    proxies: config.proxies ?? 0,
    webDirectory,
    checkAnswers,
  })
  const http = parts.http ?? createHttpServer()
  http.removeAllListeners('request')
  http.on('request', app)
  const live = startLive(http, services, { key, origins: config.origins, redis: parts.redis ?? null })
  return {
    http,
    services,
    live: live.server,
    sequences: live.sequences,
    connected: live.connected,
    async close() {
      http.closeIdleConnections()
      await live.close()
    },
  }
}
