import type { LoginEntryRow } from '../../models/login-entry.ts'
import { modelsOf } from '../../models/models-of.ts'
import { insertRow } from '../insert-rows.ts'
import type { Change, Reading } from '../reading.ts'
import { findRows } from '../rows.ts'

export type LoginEntry = Omit<LoginEntryRow, 'id' | 'at'>

/** Adds an attempt to sign in; texts of strangers are cut to what the log holds. */
export async function logLogin(
  change: Change,
  { userId, outcome, address, agent }: LoginEntry,
): Promise<void> {
  const cut = (text: string, length: number) => text.replaceAll('\0', '').slice(0, length)
  const entry = { userId: cut(userId, 64), outcome, address: cut(address, 64), agent: cut(agent, 200) }
  await insertRow(change, 'login_log', { at: change.now, ...entry })
}

/** The latest attempts, newest first; of one person when `userId` is given. */
export const listLogins = (reading: Reading, userId?: string, limit = 100): Promise<LoginEntryRow[]> =>
  findRows(reading, modelsOf(reading.sequelize).loginEntry, {
    where: userId === undefined ? {} : { userId },
    order: [['id', 'DESC']],
    limit,
  })
