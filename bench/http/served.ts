import { createSecretKey, randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createServer } from '../../api/create-server.ts'
import { createLog } from '../../api/log.ts'
import { checkForm } from '../../api/task-form/check-form.ts'
import type { Database } from '../../db/connection/open-database.ts'
import { changeRecords, readingOf } from '../../db/records/change-records.ts'
import { createUnit } from '../../db/records/people/change-unit.ts'
import { createUser } from '../../db/records/people/create-user.ts'
import { hashPassword } from '../../db/records/people/password.ts'
import { getUser } from '../../db/records/people/user.ts'
import type { EngineStore } from '../../engine/ports/store.ts'
import { createEngine, type Engine } from '../../engine/runtime/index.ts'

/** The whole server, with one person of the group to whom the diagrams here offer their tasks. */
export interface Served {
  readonly port: number
  readonly engine: Engine
  close(): Promise<void>
}

export const PERSON = 'sara'
export const PASSWORD = 'a good long password'

/**
 * @param store where the engine keeps its rows, when that is not the database
 * @param secret hexadecimal; tokens of another server with the same one are good here
 */
export async function serve(
  database: Database,
  store: EngineStore = database.store,
  secret: string = randomBytes(32).toString('hex'),
): Promise<Served> {
  await hire(database)
  const engine = createEngine({
    store,
    handlers: {},
    clock: Date.now,
    zone: 'UTC',
    checkForm,
    onFault: ({ doing, error }) => console.error(doing, error),
  })
  const server = createServer({
    config: { origins: [], loginTries: 1_000, requestsPerMinute: 1_000_000_000 },
    database,
    engine,
    key: createSecretKey(secret, 'hex'),
    log: createLog('info'),
    now: Date.now,
    webDirectory: '/nonexistent',
  })
  await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.http.address() as AddressInfo).port, // a listening TCP server has one
    engine,
    async close() {
      server.http.closeAllConnections()
      await server.close()
      await engine.stop()
    },
  }
}

/** An access token of the person, as the web app gets one. */
export async function signIn(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: PERSON, password: PASSWORD }),
  })
  const { accessToken } = (await answer.json()) as { accessToken?: string }
  if (accessToken === undefined) throw new Error(`expected to be signed in, got ${answer.status}`)
  return accessToken
}

async function hire(database: Database): Promise<void> {
  if ((await getUser(readingOf(database), PERSON)) !== null) return
  const hashed = await hashPassword(PASSWORD)
  if (!hashed.ok) throw new Error(hashed.error.message)
  const account = { email: 'sara@example.org', passwordHash: hashed.value, language: 'en', timeZone: 'UTC' }
  const hired = await changeRecords(database, { by: 'bench', now: Date.now() }, async (change) => {
    await createUnit(change, { id: 'sales', names: { en: 'Sales', fa: 'فروش' } })
    return createUser(change, { id: PERSON, name: 'Sara', ...account, roles: ['staff'], units: ['sales'] })
  })
  if (!hired.ok) throw new Error(hired.error.message)
}
