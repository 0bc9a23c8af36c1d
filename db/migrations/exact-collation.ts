import type { Sequelize } from 'sequelize'

/** Compares texts byte by byte and minds spaces at the end, as SQLite does; each server has its own name for it. */
export async function exactCollation(sequelize: Sequelize): Promise<string> {
  const version = await sequelize.databaseVersion()
  return /mariadb/i.test(version) ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin'
}
