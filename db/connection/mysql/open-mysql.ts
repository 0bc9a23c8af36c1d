import mysql, { type Connection } from 'mysql2'
import { Sequelize } from 'sequelize'
import type { DatabaseAddress } from '../database-url.ts'
import { guardQueries } from '../guard-queries.ts'
import { ask } from './ask.ts'
import { errorNumber, UNKNOWN_DATABASE } from './mysql-errors.ts'
import { Readers } from './readers.ts'
import { prepareSession, readServerSettings, refuseUnsafe, type ServerSettings } from './server-settings.ts'

export type MysqlAddress = Extract<DatabaseAddress, { dialect: 'mysql' }>

/** An open MariaDB or MySQL database: what its store and its records share. */
export interface MysqlDatabase {
  readonly sequelize: Sequelize
  /** Reads of the store, outside of transactions. */
  readonly readers: Readers
  /** See ServerSettings. */
  readonly preparesBlocks: boolean
  /** A new connection on which both the store and record models can write. */
  connectWriter(): Promise<Connection>
  close(): Promise<void>
}

const READERS = 8
const RECORD_CONNECTIONS = 10

/**
 * Opens the database, creating it when it is not there.
 * @throws UnsafeDatabase, errors of the driver when the server cannot be reached
 */
export async function openMysql(address: MysqlAddress, allowUnsafe: boolean): Promise<MysqlDatabase> {
  const { database } = address
  const { preparesBlocks } = await prepareDatabase(address, allowUnsafe)
  const sequelize = openSequelize(address)
  const readers = new Readers(() => connect(address, database), READERS)
  return {
    sequelize,
    readers,
    preparesBlocks,
    connectWriter: () => connectWriter(sequelize),
    close: async () => {
      await Promise.all([sequelize.close(), readers.end()])
    },
  }
}

function openSequelize({ host, port, user, password, database }: MysqlAddress): Sequelize {
  const sequelize = new Sequelize(database, user, password, {
    dialect: 'mysql',
    dialectModule: mysql,
    host,
    port,
    logging: false,
    timezone: '+00:00',
    pool: { max: RECORD_CONNECTIONS },
  })
  // Sequelize's types say `unknown` for what the mysql dialect connects with.
  sequelize.addHook('afterConnect', (connection) => prepareSession(connection as Connection))
  allowSkipLocked(sequelize)
  guardQueries(sequelize)
  return sequelize
}

/** Sequelize leaves SKIP LOCKED out for this dialect, though both servers have had it for years. */
function allowSkipLocked(sequelize: Sequelize): void {
  // Sequelize's types leave out its dialect.
  const { dialect } = sequelize as unknown as { dialect: { supports: { skipLocked: boolean } } }
  dialect.supports.skipLocked = true
}

/** Connected by Sequelize itself, so that models on it read dates and decimals as on any other connection. */
async function connectWriter(sequelize: Sequelize): Promise<Connection> {
  // Sequelize's types leave out its connection manager's `connect`.
  const { connectionManager, config } = sequelize as unknown as {
    connectionManager: { connect(config: object): Promise<Connection> }
    config: object
  }
  const connection = await connectionManager.connect({
    ...config,
    dialectOptions: { multipleStatements: true },
  })
  castForModels(connection)
  await prepareSession(connection)
  // Or what follows a deadlock in the same command would be committed by itself.
  await ask(connection, 'SET SESSION autocommit = 0')
  return connection
}

/**
 * Sequelize has a cast of its column types for its models; the store asks for the driver's. Told `true` on a connection with a cast of
 * its own, mysql2 puts that one in its place after it has looked for a parser of such rows: it then finds none, compiles one for
 * every query, and keeps them all. So the connection has none, and the models' queries bring theirs.
 */
function castForModels(connection: Connection): void {
  // mysql2's types leave out that `query` takes options without values, and that `execute` takes options at all.
  const connected = connection as unknown as {
    config: { typeCast: unknown }
    query: (options: object | string, ...rest: unknown[]) => unknown
    execute: (options: object | string, ...rest: unknown[]) => unknown
  }
  const { typeCast } = connected.config
  connected.config.typeCast = true
  for (const method of ['query', 'execute'] as const) {
    const driversMethod = connected[method].bind(connected)
    connected[method] = (options, ...rest) =>
      driversMethod({ typeCast, ...(typeof options === 'string' ? { sql: options } : options) }, ...rest)
  }
}

async function prepareDatabase(address: MysqlAddress, allowUnsafe: boolean): Promise<ServerSettings> {
  const server = await connect(address, undefined)
  try {
    const settings = await readServerSettings(server)
    if (!allowUnsafe) refuseUnsafe(settings)
    await createWhenMissing(server, address.database, settings.flavour)
    return settings
  } finally {
    server.destroy()
  }
}

async function createWhenMissing(
  server: Connection,
  name: string,
  flavour: 'mariadb' | 'mysql',
): Promise<void> {
  // USE first: someone who may use the database may not be allowed to create one.
  const missing = await ask(server, `USE \`${name}\``).then(
    () => false,
    (error: unknown) => {
      if (errorNumber(error) === UNKNOWN_DATABASE) return true
      throw error
    },
  )
  // Compares as SQLite does: byte by byte, minding spaces at the end.
  const collation = flavour === 'mariadb' ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin'
  if (missing)
    await ask(server, `CREATE DATABASE IF NOT EXISTS \`${name}\` CHARACTER SET utf8mb4 COLLATE ${collation}`)
}

/** `database` undefined: to the server alone. */
function connect(
  { host, port, user, password }: MysqlAddress,
  database: string | undefined,
): Promise<Connection> {
  const connection = mysql.createConnection({ host, port, user, password, database, supportBigNumbers: true })
  return new Promise<Connection>((resolve, reject) =>
    connection.connect((error) => (error ? reject(error) : resolve(connection))),
  )
}
