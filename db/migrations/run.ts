import { QueryTypes, type Sequelize } from 'sequelize'
import { type Migration, migrations as registered } from './index.ts'
import { type LoggedMigration, MigrationLog } from './migration-log.ts'

/** The schema is not one that this version can work with. */
class SchemaNotUsable extends Error {
  readonly code: 'schema_newer' | 'schema_incomplete'
  constructor(code: SchemaNotUsable['code'], message: string) {
    super(message)
    this.name = 'SchemaNotUsable'
    this.code = code
  }
}

/** What a store does with the schema when it opens: bring it up to date, or only require that someone did. */
export const prepareSchema = (sequelize: Sequelize, mode: 'run' | 'require' = 'run'): Promise<void> =>
  mode === 'run' ? migrate(sequelize) : requireMigrated(sequelize)

/**
 * Brings the schema up to date. A migration that was interrupted runs again from its start. Nodes that start together
 * wait for each other.
 * @throws SchemaNotUsable when a newer version has changed the schema.
 */
export async function migrate(sequelize: Sequelize, migrations = registered): Promise<void> {
  await oneAtATime(sequelize, async () => {
    const log = new MigrationLog(sequelize)
    await log.create()
    const entries = await log.entries()
    refuseNewer(entries, migrations)
    if (unfinished(entries, migrations).length === 0) return
    // Loading it takes longer than everything else an up-to-date server does at its start.
    const { Umzug } = await import('umzug')
    const umzug = new Umzug({
      migrations: migrations.map(({ name, up }) => ({
        name,
        up: () => begun(log, name, () => up(sequelize)),
      })),
      storage: log,
      logger: undefined,
    })
    await umzug.up()
  })
}

/**
 * For nodes that must not change the schema themselves.
 * @throws SchemaNotUsable when it is newer, incomplete or not there.
 */
export async function requireMigrated(sequelize: Sequelize, migrations = registered): Promise<void> {
  const entries = await new MigrationLog(sequelize).entries().catch(() => [])
  refuseNewer(entries, migrations)
  const missing = unfinished(entries, migrations)
  if (missing.length > 0)
    throw new SchemaNotUsable(
      'schema_incomplete',
      `expected the migrations ${missing.map(({ name }) => name).join(', ')} to be finished in this database, but they` +
        ' are missing or were interrupted: start one node that may migrate and wait until it serves',
    )
}

const unfinished = (entries: readonly LoggedMigration[], migrations: readonly Migration[]): Migration[] =>
  migrations.filter(({ name }) => !entries.some((entry) => entry.finished && entry.name === name))

function refuseNewer(entries: readonly LoggedMigration[], migrations: readonly Migration[]): void {
  const unknown = entries.filter((entry) => !migrations.some(({ name }) => name === entry.name))
  if (unknown.length === 0) return
  throw new SchemaNotUsable(
    'schema_newer',
    `expected a schema up to ${migrations.at(-1)?.name}, got one with ${unknown.map(({ name }) => name).join(', ')}: ` +
      'a newer version has used this database; start that version, or restore a backup made before its upgrade',
  )
}

async function begun(log: MigrationLog, name: string, up: () => Promise<void>): Promise<void> {
  await log.begin(name)
  await up()
}

/** Nodes that start together migrate one after another. */
const oneAtATime = (sequelize: Sequelize, work: () => Promise<void>): Promise<void> =>
  sequelize.getDialect() === 'sqlite' ? inOneTransaction(sequelize, work) : underNamedLock(sequelize, work)

/**
 * SQLite: all or nothing, and one wait for the disk instead of one per statement. What Sequelize runs without a
 * transaction shares one connection, so this holds for every statement of the migrations; they open none of their own.
 */
async function inOneTransaction(sequelize: Sequelize, work: () => Promise<void>): Promise<void> {
  await sequelize.query('BEGIN IMMEDIATE')
  try {
    await work()
    await sequelize.query('COMMIT')
  } catch (error) {
    await sequelize.query('ROLLBACK')
    throw error
  }
}

const LOCK_SECONDS = 120

/** MariaDB commits by itself at each change of the schema; the lock is held by a connection of its own. */
async function underNamedLock(sequelize: Sequelize, work: () => Promise<void>): Promise<void> {
  const lock = `kartabl_migrations_${sequelize.getDatabaseName()}`.slice(0, 64)
  await sequelize.transaction(async (transaction) => {
    const [got] = await sequelize.query<{ locked: number }>('SELECT GET_LOCK(?, ?) AS locked', {
      replacements: [lock, LOCK_SECONDS],
      type: QueryTypes.SELECT,
      transaction,
    })
    if (got?.locked !== 1)
      throw new SchemaNotUsable(
        'schema_incomplete',
        `expected to migrate, but another node has been doing so for ${LOCK_SECONDS} s: wait until it serves, then start`,
      )
    try {
      await work()
    } finally {
      await sequelize.query('SELECT RELEASE_LOCK(?)', {
        replacements: [lock],
        type: QueryTypes.SELECT,
        transaction,
      })
    }
  })
}
