import { QueryTypes, type Sequelize } from 'sequelize'

/** Adds a column where it is missing, so that a migration that was interrupted can run again. `type`: SQL of the dialect. */
export async function addColumn(
  sequelize: Sequelize,
  table: string,
  column: string,
  type: string,
): Promise<void> {
  if ((await columnsOf(sequelize, table)).includes(column)) return
  await sequelize.query(`ALTER TABLE \`${table}\` ADD COLUMN \`${column}\` ${type}`)
}

async function columnsOf(sequelize: Sequelize, table: string): Promise<string[]> {
  const mysql = sequelize.getDialect() !== 'sqlite'
  const rows = await sequelize.query<{ name: string }>(
    mysql
      ? 'SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?'
      : 'SELECT name FROM pragma_table_info(?)',
    { replacements: [table], type: QueryTypes.SELECT },
  )
  return rows.map(({ name }) => name)
}
