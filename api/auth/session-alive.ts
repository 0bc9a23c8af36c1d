import { Op } from 'sequelize'
import { modelsOf } from '../../db/models/models-of.ts'
import type { Reading } from '../../db/records/reading.ts'
import { countRows } from '../../db/records/rows.ts'

/** Whether a family of refresh tokens still lives: not logged out, not revoked by a reuse, not expired. */
export async function sessionAlive(reading: Reading, family: string, now: number): Promise<boolean> {
  const where = { family, revokedAt: null, expiresAt: { [Op.gt]: now } }
  return (await countRows(reading, modelsOf(reading.sequelize).refreshToken, where)) > 0
}
