import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import mysql from 'mysql2/promise'

/** A place for a database that is gone afterwards. */
export interface TemporaryDatabase {
  readonly url: string
  remove(): Promise<void>
}

/** Beside the packages: on the disk of the repository, while the system's temporary folder may be memory. */
export const BENCH_FOLDER = 'node_modules/.cache/kartabl/bench'

export async function temporarySqlite(): Promise<TemporaryDatabase & { readonly path: string }> {
  mkdirSync(BENCH_FOLDER, { recursive: true })
  const folder = await mkdtemp(join(BENCH_FOLDER, 'sqlite-'))
  const path = join(folder, 'bench.db')
  return { path, url: `sqlite:${path}`, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** The server of the tests, or the usual one of this machine. */
const SERVER = process.env.KARTABL_TEST_MARIADB ?? 'mysql://root@127.0.0.1:3306'

/** @returns null when no server answers */
export async function temporaryMariadb(purpose: string): Promise<TemporaryDatabase | null> {
  const url = new URL(SERVER)
  const database = `kartabl_bench_${process.pid}_${purpose}`
  url.pathname = ''
  const server = url.toString()
  if (!(await answers(server))) return null
  url.pathname = database
  return { url: url.toString(), remove: () => drop(server, database) }
}

const answers = (server: string): Promise<boolean> =>
  mysql.createConnection({ uri: server, connectTimeout: 2_000 }).then(
    async (connection) => {
      await connection.end()
      return true
    },
    () => false,
  )

async function drop(server: string, database: string): Promise<void> {
  const connection = await mysql.createConnection(server)
  await connection.query(`DROP DATABASE IF EXISTS \`${database}\``)
  await connection.end()
}
