import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { demoPassword } from '../../db/records/people/password.ts'
import { getUser } from '../../db/records/people/user.ts'
import type { Config } from '../config.ts'
import { ApiProblem } from '../http/api-problem.ts'
import type { Services } from '../services.ts'

/** The port could not be had; the message says what to do. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken by another program. Stop that, or choose another port: PORT=8081 npm start`)
    this.name = 'PortTaken'
  }
}

const starting = JSON.stringify(new ApiProblem(503, 'not_ready', 'The server is starting.').toBody())

/** Listens, and answers everything with 503 until there is more to say. */
export async function listen(http: Server, { port, host }: Pick<Config, 'port' | 'host'>): Promise<Server> {
  http.on('request', (_request, response) => {
    response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '2' }).end(starting)
  })
  http.listen({ port, ...(host === undefined ? {} : { host }) })
  await once(http, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new PortTaken(port) : error
  })
  return http
}

/** Whom visitors of the demo company may sign in as. */
const shown = ['sara', 'mina', 'dana', 'omid']

/** Says where it is served, and who may sign in at the demo company. */
export async function printAddress(
  http: Server,
  { company, reading }: Services,
  say: (line: string) => void,
) {
  const { port } = http.address() as AddressInfo // a listening TCP server has one
  say(`\n  Kartabl is ready: http://localhost:${port}\n`)
  const settings = await company()
  if (settings === null)
    return say('  The company is empty: open the page to name it and its first administrator.\n')
  if (!settings.demo) return
  say(`  Demo people, all with the password ${demoPassword}:`)
  for (const id of shown) {
    const user = await getUser(reading, id)
    if (user !== null) say(`    ${id.padEnd(8)}${user.name.padEnd(18)}${user.roles.join(', ')}`)
  }
  say('')
}
