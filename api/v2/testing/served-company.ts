import { createSecretKey, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CamundaClient, createCamundaClient } from '@camunda8/orchestration-cluster-api'
import { viewerOf } from '../../../db/records/access/viewer.ts'
import { readingOf } from '../../../db/records/change-records.ts'
import type { TestDatabase } from '../../../db/records/testing/test-databases.ts'
import { createEngine } from '../../../engine/runtime/index.ts'
import { createApp } from '../../app.ts'
import { authenticate } from '../../auth/authenticate.ts'
import { basicSignIn } from '../../auth/basic-sign-in.ts'
import { currentPeople } from '../../auth/current-people.ts'
import { failedTries } from '../../auth/failed-tries.ts'
import { registerV2 } from '../../contract/v2/register.ts'
import { createLog } from '../../log.ts'
import { createDirectory } from '../../presenters/directory.ts'
import type { Services } from '../../services.ts'
import { v2Router } from '../router.ts'
import { hirePeople, PASSWORD } from './people.ts'

/** A running server of a small company, and its unmodified clients. */
export interface ServedCompany {
  readonly url: string
  readonly services: Services
  /** Time of the engine and of the answers; move it forward by hand. */
  readonly clock: { at: number }
  /** The public client, signed in as that person; it refuses answers that break its own schemas. */
  client(person: string): CamundaClient
  /** A plain request, for what the client would not send. */
  call(
    person: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown }>
  /** Header value that signs that person in. */
  authorization(person: string): string
  close(): Promise<void>
}

/** Serves `/v2` with real people, real sign-in and the engine on this database. */
export async function serveCompany(test: TestDatabase): Promise<ServedCompany> {
  const clock = { at: Date.parse('2026-03-02T08:00:00.000Z') }
  const services = servicesOn(test, () => clock.at)
  await hirePeople(services)
  const server = await listen(services)
  const { port } = server.address() as AddressInfo // a TCP server that listens has one
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    services,
    clock,
    client: (person) => clientOf(url, person),
    authorization,
    call: (person, method, path, body) => callAs(url, person, { method, path, body }),
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await services.engine.stop()
    },
  }
}

function servicesOn({ database }: TestDatabase, now: () => number): Services {
  const reading = readingOf(database)
  const log = createLog('error')
  const engine = createEngine({
    store: database.store,
    handlers: {},
    clock: now,
    zone: 'UTC',
    checkForm: () => [],
    onFault: ({ error }) => {
      throw error
    },
  })
  return {
    engine,
    database,
    reading,
    people: currentPeople(reading, now),
    viewer: (person) => viewerOf(reading, person, now()),
    company: async () => null,
    directory: createDirectory(reading, now),
    log,
    now,
  }
}

function listen(services: Services): Promise<Server> {
  const { database, people, now, log } = services
  const basic = basicSignIn(database, failedTries(10), now)
  const app = createApp({
    routes: [],
    authenticate: authenticate({ key: createSecretKey(randomBytes(32)), people, basic, now }),
    v2: { router: v2Router({ ...services, checkAnswers: true, longPoll: 300 }), register: registerV2 },
    log,
    requestsPerMinute: 1_000_000,
    webDirectory: '/nonexistent',
    checkAnswers: true,
  })
  return new Promise((resolve) => {
    const server = createServer(app).listen(0, '127.0.0.1', () => resolve(server))
  })
}

const clientOf = (url: string, person: string): CamundaClient =>
  createCamundaClient({
    config: {
      CAMUNDA_REST_ADDRESS: url,
      CAMUNDA_AUTH_STRATEGY: 'BASIC',
      CAMUNDA_BASIC_AUTH_USERNAME: person,
      CAMUNDA_BASIC_AUTH_PASSWORD: PASSWORD,
      CAMUNDA_SDK_VALIDATION: 'req:none,res:strict',
      CAMUNDA_SDK_LOG_LEVEL: 'silent',
    },
  })

const authorization = (person: string) => `Basic ${Buffer.from(`${person}:${PASSWORD}`).toString('base64')}`

interface Call {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

async function callAs(url: string, person: string, { method, path, body }: Call) {
  const answer = await fetch(`${url}/v2${path}`, {
    method,
    headers: { authorization: authorization(person), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
}
