import { col, fn } from 'sequelize'
import { modelsOf } from '../../models/models-of.ts'
import type { RecordModel, RecordRow } from '../../models/record-columns.ts'
import type { Reading } from '../reading.ts'
import { findRows } from '../rows.ts'

/** Changes whenever the book of calendars may have: how many records there are of what it is made of, and their versions. */
export async function calendarStamp(reading: Reading): Promise<string> {
  const { calendar, unit, user, company } = modelsOf(reading.sequelize)
  const stamps = [
    stampOf(reading, calendar),
    stampOf(reading, unit),
    stampOf(reading, user),
    stampOf(reading, company),
  ]
  return JSON.stringify(await Promise.all(stamps))
}

const stampOf = <Row extends RecordRow>(reading: Reading, model: RecordModel<Row>): Promise<Row[]> =>
  findRows(reading, model, {
    attributes: [
      [fn('COUNT', col('version')), 'count'],
      [fn('SUM', col('version')), 'versions'],
    ],
  })
