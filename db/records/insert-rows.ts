import type { Change } from './reading.ts'

/** Rows of a table at once, one statement for 200 rows. Attributes become snake_case columns. */
export async function insertRows(change: Change, table: string, rows: readonly object[]): Promise<void> {
  const { sequelize, transaction } = change
  for (let start = 0; start < rows.length; start += 200) {
    const part = rows.slice(start, start + 200).map(columnsOf)
    await sequelize.getQueryInterface().bulkInsert(table, part, { transaction })
  }
}

/** One row, and the id that the database gave it (or that it had). */
export async function insertRow(change: Change, table: string, row: object): Promise<number> {
  const { sequelize, transaction } = change
  return Number(await sequelize.getQueryInterface().bulkInsert(table, [columnsOf(row)], { transaction }))
}

const columnsOf = (row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value]))

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
