import type { Sequelize } from 'sequelize'
import { addColumn } from './add-column.ts'
import { addIndex } from './add-index.ts'
import { createEngineTable, type EngineTable } from './engine-table.ts'

/** What it takes to operate many instances: suspension, batches with their items, statistics, and finding what has ended. */
export async function createOperations(sequelize: Sequelize): Promise<void> {
  for (const table of tables) await createEngineTable(sequelize, table)
  const flag = `${sequelize.getDialect() === 'sqlite' ? 'INTEGER' : 'BIGINT'} NOT NULL DEFAULT 0`
  await addColumn(sequelize, 'instances', 'suspended', flag)
  await addColumn(sequelize, 'tasks', 'suspended', flag)
  await addIndex(sequelize, 'instances', ['definition', 'ended_at'], 'ended_at IS NOT NULL')
}

const tables: readonly EngineTable[] = [
  {
    name: 'batch_operations',
    columns: {
      key: 'integer',
      kind: 'id',
      state: 'id',
      filter: 'text',
      plan: 'text',
      by: 'id',
      created_at: 'integer',
      ended_at: 'integer?',
      looked_to: 'integer',
      total: 'integer',
      completed: 'integer',
      failed: 'integer',
      error: 'text',
    },
    primaryKey: ['key'],
  },
  {
    name: 'batch_items',
    columns: {
      key: 'integer',
      batch: 'integer',
      instance: 'integer',
      item: 'integer',
      state: 'id',
      processed_at: 'integer?',
      message: 'text',
    },
    primaryKey: ['key'],
    indexes: [{ columns: ['batch', 'state'] }],
  },
  {
    // One row per process definition: the element instances of the instances that have ended.
    name: 'element_statistics',
    columns: {
      key: 'integer',
      counted_to: 'integer',
      counted_key: 'integer',
      instances: 'integer',
      counts: 'text',
    },
    primaryKey: ['key'],
  },
]
