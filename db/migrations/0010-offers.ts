import type { Sequelize } from 'sequelize'
import { createEngineTable, type EngineTable } from './engine-table.ts'

/** Ad-hoc sub-processes that are active, so that nobody has to look for them in the states of instances. */
const offers: EngineTable = {
  name: 'offers',
  columns: {
    key: 'integer',
    instance: 'integer',
    definition: 'integer',
    element_id: 'id',
    created_at: 'integer',
    revision: 'integer',
  },
  primaryKey: ['key'],
  indexes: [{ columns: ['definition', 'element_id', 'key'] }, { columns: ['instance'] }],
}

export const createOffers = (sequelize: Sequelize): Promise<void> => createEngineTable(sequelize, offers)
