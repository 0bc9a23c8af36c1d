import type { Sequelize } from 'sequelize'
import { addIndex } from './add-index.ts'

/**
 * Tasks by who has delegated them. They are few, so their order is made when it is asked for: with the due date in it, every
 * task would be written at some place of MariaDB's index, where those that nobody has delegated now follow each other.
 */
export const indexDelegatedTasks = (sequelize: Sequelize): Promise<void> =>
  addIndex(sequelize, 'tasks', ['owner'], 'owner IS NOT NULL')
