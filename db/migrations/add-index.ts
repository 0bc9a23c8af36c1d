import { QueryTypes, type Sequelize } from 'sequelize'

/**
 * Adds an index to a table of an earlier migration where it is missing.
 *
 * @param where rows that are looked for at all; MariaDB has no such indexes and takes all
 */
export async function addIndex(
  sequelize: Sequelize,
  table: string,
  columns: readonly string[],
  where: string,
): Promise<void> {
  const name = `${table}_by_${columns.join('_')}`
  const list = columns.map((column) => `\`${column}\``).join(', ')
  const create = (ifMissing: string) => `CREATE INDEX ${ifMissing}\`${name}\` ON \`${table}\` (${list})`
  if (sequelize.getDialect() === 'sqlite') await sequelize.query(`${create('IF NOT EXISTS ')} WHERE ${where}`)
  else if (!(await hasIndex(sequelize, table, name))) await sequelize.query(create(''))
}

async function hasIndex(sequelize: Sequelize, table: string, name: string): Promise<boolean> {
  const found = await sequelize.query(
    'SELECT 1 FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND INDEX_NAME = ?',
    { replacements: [table, name], type: QueryTypes.SELECT },
  )
  return found.length > 0
}
