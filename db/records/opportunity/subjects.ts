import { modelsOf } from '../../models/models-of.ts'
import { partyNames } from '../party/party.ts'
import type { Reading } from '../reading.ts'
import { findRows } from '../rows.ts'

/** A deal in one line, as its tasks and process instances show it. */
export interface OpportunitySubject {
  readonly id: number
  readonly number: string
  readonly title: string
  readonly partyName: string
  /** Decimal text in `currency`. */
  readonly total: string
  readonly currency: string
}

/**
 * The deals that these process instances work on, by instance key. For instances whose reader may see them: who has a
 * task may see what it is about.
 */
export async function subjectsOfInstances(
  reading: Reading,
  instanceKeys: readonly number[],
): Promise<Map<number, OpportunitySubject>> {
  const rows = await findRows(reading, modelsOf(reading.sequelize).opportunity, {
    where: { instanceKey: [...new Set(instanceKeys)] },
    attributes: ['id', 'number', 'title', 'partyId', 'total', 'currency', 'instanceKey'],
  })
  const names = await partyNames(
    reading,
    rows.map(({ partyId }) => partyId),
  )
  return new Map(
    rows.map(({ instanceKey, partyId, ...row }) => [
      instanceKey ?? 0,
      { ...row, partyName: names.get(partyId) ?? '' },
    ]),
  )
}
