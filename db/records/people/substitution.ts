import { Op } from 'sequelize'
import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { SubstitutionRow } from '../../models/substitution.ts'
import type { Change, Reading } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { findRows } from '../rows.ts'
import { insertNumbered, notFound, type Target, updateRecord } from '../write-record.ts'
import { getUser } from './user.ts'

/** `substituteId` acts for `absentId` from `fromAt` until before `untilAt` (epoch milliseconds). */
export type Substitution = Pick<
  SubstitutionRow,
  'id' | 'version' | 'absentId' | 'substituteId' | 'fromAt' | 'untilAt'
>

export type NewSubstitution = Omit<Substitution, 'id' | 'version'>

/** Fails with `own_substitute`, `empty_period` or `record_not_found`. Answers the id. */
export async function createSubstitution(change: Change, wanted: NewSubstitution): Promise<Outcome<number>> {
  const { absentId, substituteId, fromAt, untilAt } = wanted
  if (absentId === substituteId)
    return problem('own_substitute', `"${absentId}" can't stand in for themselves.`)
  if (fromAt >= untilAt)
    return problem('empty_period', 'A substitution must begin before it ends.', { fromAt, untilAt })
  for (const id of [absentId, substituteId])
    if ((await getUser(change, id)) === null) return notFound('users', id)
  const values = { absentId, substituteId, fromAt, untilAt }
  return ok(await insertNumbered(change, modelsOf(change.sequelize).substitution, values))
}

/** Ends it now; one that has not begun never will. */
export const endSubstitution = (change: Change, target: Target): Promise<Outcome<number>> =>
  updateRecord(
    change,
    modelsOf(change.sequelize).substitution,
    target,
    { untilAt: change.now },
    { action: 'end' },
  )

/** Those that `userId` stands in for at `now`. Not transitive: a substitute's substitute is chosen by the absent. */
export async function absentsOf(reading: Reading, userId: string, now: number): Promise<string[]> {
  const rows = await inForce(reading, { substituteId: userId }, now)
  return [...new Set(rows.map((row) => row.absentId))]
}

/** Those who stand in for `userId` at `now`. */
export async function substitutesOf(reading: Reading, userId: string, now: number): Promise<string[]> {
  const rows = await inForce(reading, { absentId: userId }, now)
  return [...new Set(rows.map((row) => row.substituteId))]
}

const inForce = (reading: Reading, who: Partial<SubstitutionRow>, now: number): Promise<SubstitutionRow[]> =>
  findRows(reading, modelsOf(reading.sequelize).substitution, {
    where: { ...who, fromAt: { [Op.lte]: now }, untilAt: { [Op.gt]: now } },
    order: ['id'],
  })
