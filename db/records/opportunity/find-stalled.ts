import { Op } from 'sequelize'
import { modelsOf } from '../../models/models-of.ts'
import type { Reading } from '../reading.ts'
import { findRows } from '../rows.ts'
import { headOf, type OpportunityHead } from './opportunity.ts'

const day = 24 * 60 * 60 * 1000

/** Open deals that nobody has changed for `days`, the longest untouched first. `now`: epoch milliseconds. */
export async function findStalled(reading: Reading, now: number, days: number): Promise<OpportunityHead[]> {
  const rows = await findRows(reading, modelsOf(reading.sequelize).opportunity, {
    where: { result: 'open', updatedAt: { [Op.lte]: now - days * day } },
    order: ['updatedAt', 'id'],
  })
  return rows.map(headOf)
}
