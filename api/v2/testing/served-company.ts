import { createSecretKey, randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { type CamundaClient, createCamundaClient } from '@camunda8/orchestration-cluster-api'
import type { TestDatabase } from '../../../db/records/testing/test-databases.ts'
import { createEngine, type Fault } from '../../../engine/runtime/index.ts'
import { createServer } from '../../create-server.ts'
import { createLog } from '../../log.ts'
import type { Services } from '../../services.ts'
import { checkForm } from '../../task-form/check-form.ts'
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

/** The whole server on this database, with a few people. Nothing in it is replaced. */
export async function serveCompany({ database }: TestDatabase): Promise<ServedCompany> {
  const clock = { at: Date.parse('2026-03-02T08:00:00.000Z') }
  const now = () => clock.at
  await hirePeople({ database, now })
  const { store } = database
  const onFault = ({ doing, error }: Fault) => console.error(doing, error)
  const engine = createEngine({ store, handlers: {}, clock: now, zone: 'UTC', checkForm, onFault })
  const { http, services, close } = createServer({
    config: { origins: [], loginTries: 10, requestsPerMinute: 1_000_000 },
    database,
    engine,
    key: createSecretKey(randomBytes(32)),
    log: createLog('error'),
    now,
    webDirectory: '/nonexistent',
    checkAnswers: true,
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}` // a listening TCP server has one
  return {
    url,
    services,
    clock,
    client: (person) => clientOf(url, person),
    authorization,
    call: (person, method, path, body) => callAs(url, person, { method, path, body }),
    async close() {
      http.closeAllConnections()
      await close()
      await engine.stop()
    },
  }
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
