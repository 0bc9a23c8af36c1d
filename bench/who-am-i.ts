import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { openDatabase } from '../db/connection/open-database.ts'
import { Driver, get } from './http/driver.ts'
import { serve, signIn } from './http/served.ts'
import { compare, type Measuring } from './measuring/compare.ts'
import type { Figure } from './measuring/figure.ts'
import { temporarySqlite } from './temporary-database.ts'

const CONNECTIONS = 64
const PATH = '/v2/authentication/me'

/** Goal 12: what the whole chain of a request costs, against Express's smallest program. */
export async function whoAmI(measuring: Measuring): Promise<Figure[]> {
  const file = await temporarySqlite()
  const database = await openDatabase(file.url)
  const served = await serve(database)
  const hello = await serveHello()
  const driver = new Driver(CONNECTIONS)
  const token = await signIn(served.port)
  const compared = await compare(
    measuring,
    {
      ours: driver.rate({ port: served.port, request: get(PATH, token), connections: CONNECTIONS }),
      hello: driver.rate({ port: hello.port, request: get('/'), connections: CONNECTIONS }),
    },
    ['machine'],
  )
  console.log(`who am I: ${compared.remark}`)
  await driver.close()
  hello.close()
  await served.close()
  await database.close()
  await file.remove()
  return [
    {
      name: `GET ${PATH}`,
      ours: compared.rate('ours'),
      reference: compared.rate('hello'),
      ratio: compared.ratio('ours', 'hello'),
      goal: 0.35,
      unit: 'answers/s',
      against: 'Express, hello',
    },
  ]
}

async function serveHello(): Promise<{ readonly port: number; close(): void }> {
  const app = express()
  app.get('/', (_request, response) => void response.send('hello'))
  const http = createServer(app)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    port: (http.address() as AddressInfo).port, // a listening TCP server has one
    close: () => {
      http.closeAllConnections()
      http.close()
    },
  }
}
