import type { Sequelize } from 'sequelize'
import { addColumn } from './add-column.ts'

/** Signals and conditions are subscribed to as messages are; an event may have several triggers, told apart by number. */
export async function addTriggers(sequelize: Sequelize): Promise<void> {
  const mysql = sequelize.getDialect() !== 'sqlite'
  const kind = mysql ? "VARCHAR(20) NOT NULL DEFAULT 'message'" : "TEXT NOT NULL DEFAULT 'message'"
  const part = mysql ? 'BIGINT NOT NULL DEFAULT 0' : 'INTEGER NOT NULL DEFAULT 0'
  await addColumn(sequelize, 'subscriptions', 'kind', kind)
  await addColumn(sequelize, 'subscriptions', 'part', part)
  await addColumn(sequelize, 'timers', 'part', part)
}
