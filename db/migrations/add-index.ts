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
  const name = nameOf(table, columns)
  const list = columns.map((column) => `\`${column}\``).join(', ')
  const create = (ifMissing: string) => `CREATE INDEX ${ifMissing}\`${name}\` ON \`${table}\` (${list})`
  if (sequelize.getDialect() === 'sqlite') await sequelize.query(`${create('IF NOT EXISTS ')} WHERE ${where}`)
  else if (!(await hasIndex(sequelize, table, name))) await sequelize.query(create(''))
}

/** Removes an index, where it is still there, that another one has made needless. */
export async function dropIndex(
  sequelize: Sequelize,
  table: string,
  columns: readonly string[],
): Promise<void> {
  const name = nameOf(table, columns)
  if (sequelize.getDialect() === 'sqlite') await sequelize.query(`DROP INDEX IF EXISTS \`${name}\``)
  else if (await hasIndex(sequelize, table, name))
    await sequelize.query(`DROP INDEX \`${name}\` ON \`${table}\``)
}

const nameOf = (table: string, columns: readonly string[]): string => `${table}_by_${columns.join('_')}`

async function hasIndex(sequelize: Sequelize, table: string, name: string): Promise<boolean> {
  const found = await sequelize.query(
    'SELECT 1 FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND INDEX_NAME = ?',
    { replacements: [table, name], type: QueryTypes.SELECT },
  )
  return found.length > 0
}
