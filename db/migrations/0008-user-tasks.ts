import type { Sequelize } from 'sequelize'
import { addColumn } from './add-column.ts'

/** Whose a delegated task is, what a task's listeners are being asked about, and which jobs are those of listeners. */
export async function addUserTasks(sequelize: Sequelize): Promise<void> {
  const mysql = sequelize.getDialect() !== 'sqlite'
  const id = mysql ? 'VARCHAR(250) NULL' : 'TEXT NULL'
  const word = mysql ? "VARCHAR(20) NOT NULL DEFAULT ''" : "TEXT NOT NULL DEFAULT ''"
  await addColumn(sequelize, 'tasks', 'owner', id)
  await addColumn(sequelize, 'tasks', 'transition', word)
  await addColumn(sequelize, 'jobs', 'listener', word)
}
