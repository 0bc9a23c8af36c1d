import type { Sequelize } from 'sequelize'
import { createTable, key, longText, optionalText, recordColumns } from './create-table.ts'

/** When the company, its units and its people work. */
export async function createCalendars(sequelize: Sequelize): Promise<void> {
  await createTable(
    sequelize,
    'calendars',
    {
      id: key,
      ...recordColumns,
      country: optionalText(40),
      time_zone: optionalText(64),
      week: 'TEXT NULL',
      days: longText,
      yearly: longText,
    },
    { primaryKey: ['id'] },
  )
}
