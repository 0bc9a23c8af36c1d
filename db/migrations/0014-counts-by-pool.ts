import type { Sequelize } from 'sequelize'
import { createEngineTable } from './engine-table.ts'

const TABLE = 'task_counts_by_pool'

/** How much there is to take in all: of a large group the counts by element are thousands, which took a millisecond. */
export async function createCountsByPool(sequelize: Sequelize): Promise<void> {
  await createEngineTable(sequelize, {
    name: TABLE,
    columns: { pool: 'integer', slot: 'integer', open: 'integer' },
    primaryKey: ['pool', 'slot'],
  })
  await sequelize.query(`DELETE FROM ${TABLE}`)
  await sequelize.query(
    `INSERT INTO ${TABLE} (pool, slot, \`open\`) SELECT pool, slot, SUM(\`open\`) FROM task_counts_by_element GROUP BY pool, slot`,
  )
}
