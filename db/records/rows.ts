import type { Attributes, FindOptions, Model, WhereOptions } from 'sequelize'
import type { RecordModel } from '../models/record-columns.ts'
import { type Reading, within } from './reading.ts'

type Find<Row extends object> = Omit<FindOptions<Attributes<Model<Row>>>, 'raw' | 'transaction'>

/** Rows as plain values: ORM instances cost ten times the query. */
export async function findRows<Row extends object>(
  reading: Reading,
  model: RecordModel<Row>,
  options: Find<Row>,
): Promise<Row[]> {
  const rows = await model.findAll({ ...options, raw: true, ...within(reading) })
  return rows as unknown as Row[] // `raw: true` answers plain rows, which Sequelize's types don't say
}

export async function findRow<Row extends object>(
  reading: Reading,
  model: RecordModel<Row>,
  options: Find<Row>,
): Promise<Row | null> {
  const [row] = await findRows(reading, model, { ...options, limit: 1 })
  return row ?? null
}

/** Rows that meet the condition, counted by the database. */
export const countRows = <Row extends object>(
  reading: Reading,
  model: RecordModel<Row>,
  where: WhereOptions<Row>,
): Promise<number> => model.count({ where, ...within(reading) })
