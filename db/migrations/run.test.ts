import { QueryTypes, type Sequelize } from 'sequelize'
import { parseDatabaseUrl } from '../connection/database-url.ts'
import { openMysql } from '../connection/mysql/open-mysql.ts'
import { openSqlite } from '../connection/sqlite/open-sqlite.ts'
import { temporaryFile } from '../stores/testing/database-under-test.ts'
import { mariadbForTests, temporaryMysql } from '../stores/testing/mariadb-for-tests.ts'
import { migrations } from './index.ts'
import { migrate, requireMigrated } from './run.ts'

interface Opened {
  readonly sequelize: Sequelize
  close(): Promise<void>
}

async function openOn(dialect: string): Promise<Opened> {
  const { url, remove } = dialect === 'SQLite' ? await temporaryFile() : temporaryMysql()
  const address = parseDatabaseUrl(url)
  const opened =
    address.dialect === 'sqlite' ? await openSqlite(address.path, 'FULL') : await openMysql(address, false)
  const close = async () => {
    await opened.close()
    await remove()
  }
  return { sequelize: opened.sequelize, close }
}

/** Every table with its columns and indexes, as text. */
async function schemaOf(sequelize: Sequelize): Promise<string> {
  const queries = sequelize.getQueryInterface()
  const tables = (await queries.showAllTables()).map(String).sort()
  const parts = tables.map(async (table) => [
    table,
    await queries.describeTable(table),
    await queries.showIndex(table),
  ])
  return JSON.stringify(await Promise.all(parts))
}

/** Fails at the statement with this number, once, as a kill would. */
function killAt(sequelize: Sequelize, statement: number): () => void {
  const query = sequelize.query
  let count = 0
  const counted = (...given: Parameters<Sequelize['query']>) => {
    if (++count === statement) throw new Error('killed')
    return query.apply(sequelize, given)
  }
  // Every overload is passed on as it came.
  sequelize.query = counted as Sequelize['query']
  return () => {
    sequelize.query = query
  }
}

const databases = mariadbForTests ? ['SQLite', 'MariaDB'] : ['SQLite']

describe.each(databases)('migrations on %s', (dialect) => {
  let opened: Opened
  beforeEach(async () => {
    opened = await openOn(dialect)
  })
  afterEach(() => opened.close())

  test('run once, and a second time do nothing', async () => {
    await migrate(opened.sequelize)
    const schema = await schemaOf(opened.sequelize)
    await migrate(opened.sequelize)
    expect(await schemaOf(opened.sequelize)).toBe(schema)
    await expect(requireMigrated(opened.sequelize)).resolves.toBeUndefined()
  })

  test('lead to the same schema after a kill at any statement', async () => {
    const engineOnly = migrations.slice(0, 1)
    const whole = await openOn(dialect)
    await migrate(whole.sequelize, engineOnly)
    const schema = await schemaOf(whole.sequelize)
    await whole.close()
    const kills =
      dialect === 'SQLite' ? Array.from({ length: 45 }, (_, i) => i + 1) : [4, 8, 12, 16, 20, 24, 28]
    for (const statement of kills) {
      const revive = killAt(opened.sequelize, statement)
      await migrate(opened.sequelize, engineOnly).catch((error: unknown) =>
        expect(String(error)).toContain('killed'),
      )
      revive()
    }
    await migrate(opened.sequelize, engineOnly)
    expect(await schemaOf(opened.sequelize)).toBe(schema)
    const counters = await opened.sequelize.query('SELECT `next` FROM `key_counter`', {
      type: QueryTypes.SELECT,
    })
    expect(counters).toEqual([{ next: 1 }])
  })

  test('refuse a schema that a newer version has changed, and name the change', async () => {
    await migrate(opened.sequelize, [...migrations, { name: '9999-newer', up: async () => {} }])
    const refusal = { code: 'schema_newer', message: expect.stringContaining('9999-newer') }
    await expect(migrate(opened.sequelize)).rejects.toMatchObject(refusal)
    await expect(requireMigrated(opened.sequelize)).rejects.toMatchObject(refusal)
  })

  test('must be finished where a node may not migrate itself', async () => {
    const refusal = { code: 'schema_incomplete' }
    await expect(requireMigrated(opened.sequelize)).rejects.toMatchObject(refusal)
    await migrate(opened.sequelize, migrations.slice(0, 1))
    await expect(requireMigrated(opened.sequelize)).rejects.toMatchObject({
      ...refusal,
      message: expect.stringContaining(migrations[1]!.name),
    })
  })
})
