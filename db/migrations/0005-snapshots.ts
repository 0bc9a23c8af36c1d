import type { Sequelize } from 'sequelize'
import { createEngineTable } from './engine-table.ts'

/** State and variables of large instances, whose own rows hold a mark instead. */
export const createSnapshots = (sequelize: Sequelize): Promise<void> =>
  createEngineTable(sequelize, {
    name: 'snapshots',
    columns: { key: 'integer', seq: 'integer', state: 'text', variables: 'text' },
    primaryKey: ['key'],
  })
