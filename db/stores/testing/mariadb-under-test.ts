import type { Sequelize } from 'sequelize'
import { openDatabase } from '../../connection/open-database.ts'
import { candidacyTables, POOLS } from '../rows/candidacy-tables.ts'
import { shapes } from '../rows/shapes.ts'
import { databaseUnderTest } from './database-under-test.ts'

/** Creating the tables takes a second on MariaDB: the tests of a file share one database, emptied for each. */
export async function emptiedMariadb(url: string) {
  const database = await openDatabase(url)
  await empty(database.sequelize)
  await database.close()
  return databaseUnderTest(url, async () => {})
}

async function empty(sequelize: Sequelize): Promise<void> {
  const tables = [...Object.values(shapes).map(({ name }) => name), ...candidacyTables, POOLS]
  for (const table of tables) await sequelize.query(`DELETE FROM \`${table}\``)
  await sequelize.query('DROP TABLE IF EXISTS `notes`')
}
