/** Starts Kartabl: the only place that knows all parts. `--empty` begins without the demo company. */
import { createServer as createHttpServer, type Server } from 'node:http'
import { resolve } from 'node:path'
import { type Database, openDatabase } from '../db/connection/open-database.ts'
import { readingOf } from '../db/records/change-records.ts'
import { getCompany } from '../db/records/company/company.ts'
import type { Engine } from '../engine/runtime/engine.ts'
import { createEngine, WorkerParser } from '../engine/runtime/index.ts'
import { type CompanyZone, companyZone } from './company-zone.ts'
import { type Config, readConfig } from './config.ts'
import { createServer, type KartablServer } from './create-server.ts'
import { loadDemo } from './demo/load-demo.ts'
import { signingKey } from './kept-secret.ts'
import { createLog, type Log } from './log.ts'
import { checkFolder } from './process-folders/check-folder.ts'
import { deployFolder } from './process-folders/deploy-folders.ts'
import { allHandlers, type ProcessFolder, readProcessFolders } from './process-folders/read-folders.ts'
import type { RedisLink } from './realtime/redis-link.ts'
import { listen, printAddress } from './start/listen.ts'
import { onShutdown } from './start/shutdown.ts'
import { startFailure } from './start/start-failure.ts'
import { tidy } from './start/tidy.ts'
import { checkForm } from './task-form/check-form.ts'
import type { Waking } from './wake/wake-by-queue.ts'
import { type WorkingCalendars, workingCalendars } from './working-calendars.ts'

const say = (sentence: string) => console.log(sentence)

/** Paths are those of the repository: `npm start` and the container run there. */
const places = {
  sources: resolve('processes'),
  handlersOf: (folder: string) => resolve('dist/server/processes', folder, 'handlers.js'),
}

async function start(config: Config, empty: boolean): Promise<void> {
  const log = createLog(config.logLevel)
  // Listening first: a taken port is known at once, and whoever asks for /health meanwhile gets a 503.
  const http = await listen(createHttpServer(), config)
  const folders = await readProcessFolders(places)
  for (const folder of folders) await checkFolder(folder, folders)
  const key = await signingKey(config.dataDir, config.jwtSecret)
  const database = await openDatabase(config.databaseUrl)
  const zone = await companyZone(readingOf(database), Date.now)
  const calendars = await workingCalendars(readingOf(database))
  const engine = await prepare({ database, folders, log, empty, zone, calendars })
  const now = Date.now
  const redis = await linkOverRedis(config, log)
  const server = createServer({
    config,
    database,
    engine,
    key,
    log,
    now,
    redis,
    webDirectory: resolve('dist/web'),
    http,
    zone,
    calendars,
  })
  engine.start()
  server.services.batches.start()
  const waking = config.redisUrl === undefined ? null : await wakeOverRedis(engine, config.redisUrl, log)
  const stopTidying = tidy(server.services, config.retention)
  const stopWatching = calendars.watch((error) =>
    log.warn({ err: error }, 'calendars could not be read again'),
  )
  const stopLooking = () => {
    stopTidying()
    stopWatching()
  }
  onShutdown(say, () => stop({ server, http, engine, database, waking, stopLooking }))
  await printAddress(http, server.services, say)
}

interface Preparing {
  readonly database: Database
  readonly folders: readonly ProcessFolder[]
  readonly log: Log
  readonly empty: boolean
  readonly zone: CompanyZone
  readonly calendars: WorkingCalendars
}

/** The engine on a database that has its processes and, unless it is to be empty, its demo company. */
async function prepare({
  database,
  folders,
  log,
  empty,
  zone: company,
  calendars,
}: Preparing): Promise<Engine> {
  const isNew = (await getCompany(readingOf(database))) === null
  const handlers = allHandlers(folders)
  const onFault = ({ doing, error }: { doing: string; error: unknown }) =>
    log.error({ err: error }, `fault: ${doing}`)
  const { parse } = new WorkerParser(new URL('parse-worker.js', import.meta.url))
  const { calendar } = calendars
  const options = { store: database.store, handlers, calendar, checkForm, parse, onFault }
  const engine = createEngine({
    ...options,
    clock: Date.now,
    get zone() {
      return company.zone
    },
  })
  for (const folder of folders) for (const sentence of await deployFolder(engine, folder)) say(sentence)
  if (isNew && !empty) {
    await loadDemo(database, { ...options, zone: company.zone }, { log, say, now: Date.now() })
    await company.refresh()
    await calendars.refresh()
  }
  return engine
}

/** Loaded where it is used, as the queue is: a server of its own starts without the clients of Redis. */
async function linkOverRedis({ redisUrl }: Config, log: Log): Promise<RedisLink | undefined> {
  if (redisUrl === undefined) return undefined
  const { redisLink } = await import('./realtime/redis-link.ts')
  return redisLink(redisUrl, log, Date.now)
}

async function wakeOverRedis(engine: Engine, redisUrl: string, log: Log): Promise<Waking> {
  const { wakeByQueue } = await import('./wake/wake-by-queue.ts')
  return wakeByQueue(engine, {
    redisUrl,
    now: Date.now,
    onTrouble: (error) => log.warn({ err: error }, 'Redis is away: nodes find due work by looking for it'),
  })
}

interface Running {
  readonly server: KartablServer
  readonly http: Server
  readonly engine: Engine
  readonly database: Database
  readonly waking: Waking | null
  readonly stopLooking: () => void
}

/** No new work, then running work, then what it stands on. */
async function stop({ server, http, engine, database, waking, stopLooking }: Running): Promise<void> {
  stopLooking()
  await server.close()
  http.closeAllConnections()
  await waking?.close()
  await server.services.batches.stop()
  await engine.stop()
  await database.close()
}

const config = readConfig(process.env)
if (!config.ok) startFailure(config.error)
else await start(config.value, process.argv.includes('--empty')).catch(startFailure)
