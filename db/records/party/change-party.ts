import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { findRow } from '../rows.ts'
import { searchable } from '../search/fold.ts'
import { uniquely } from '../uniquely.ts'
import { insertNumbered, notFound, type Target, updateRecord } from '../write-record.ts'

export const partyKinds = ['customer', 'supplier', 'competitor', 'partner'] as const
export type PartyKind = (typeof partyKinds)[number]
/** A–C: how much the company depends on them; an input of the approval matrix. */
export type PartyLevel = 'A' | 'B' | 'C'

export interface PartyValues {
  readonly name: string
  readonly legalForm: 'company' | 'person'
  /** Unique among parties; null when it is not known. */
  readonly taxId: string | null
  readonly kinds: readonly PartyKind[]
  readonly level: PartyLevel
  readonly groupId?: number | null
  readonly region?: string | null
  readonly industry?: string | null
  /** 0 (everyone) to 3. */
  readonly secrecyLevel?: number
  readonly source?: string | null
  readonly responsibleId?: string | null
}

/** The columns of a party; its search finds name, tax id, region and industry. */
export const partyColumns = (party: PartyValues) => ({
  name: party.name,
  legalForm: party.legalForm,
  taxId: party.taxId,
  kinds: `,${party.kinds.join(',')},`,
  parentId: null,
  groupId: party.groupId ?? null,
  region: party.region ?? null,
  industry: party.industry ?? null,
  level: party.level,
  secrecyLevel: party.secrecyLevel ?? 0,
  source: party.source ?? null,
  responsibleId: party.responsibleId ?? null,
  ...searchable(party.name, party.taxId, party.region, party.industry),
})

/** Fails with `tax_id_taken` (naming the party that has it). Answers the id. */
export async function createParty(change: Change, party: PartyValues): Promise<Outcome<number>> {
  const free = await taxIdIsFree(change, party.taxId, 0)
  if (!free.ok) return free
  return uniquely(
    async () => ok(await insertNumbered(change, modelsOf(change.sequelize).party, partyColumns(party))),
    () => taxIdTaken(party.taxId),
  )
}

/** Replaces all values but the parent. */
export async function changeParty(
  change: Change,
  target: Target,
  party: PartyValues,
): Promise<Outcome<number>> {
  const free = await taxIdIsFree(change, party.taxId, target.id)
  if (!free.ok) return free
  const { parentId: _kept, ...values } = partyColumns(party)
  return uniquely(
    () => updateRecord(change, modelsOf(change.sequelize).party, target, values),
    () => taxIdTaken(party.taxId),
  )
}

/** Fails with `cycle` when the party would be above itself (invariant 17). */
export async function setParentParty(
  change: Change,
  target: Target,
  parentId: number | null,
): Promise<Outcome<number>> {
  const { party } = modelsOf(change.sequelize)
  for (let above = parentId; above !== null; ) {
    if (above === target.id)
      return problem('cycle', `Party ${target.id} can't be below ${parentId}, which is below it.`, {
        id: target.id,
      })
    const row = await findRow(change, party, { where: { id: above }, attributes: ['parentId'], lock: true })
    if (row === null) return notFound('parties', above)
    above = row.parentId
  }
  return updateRecord(change, party, target, { parentId }, { action: 'move' })
}

async function taxIdIsFree(change: Change, taxId: string | null, ownId: number): Promise<Outcome<null>> {
  if (taxId === null) return ok(null)
  const row = await findRow(change, modelsOf(change.sequelize).party, {
    where: { taxId },
    attributes: ['id', 'name'],
  })
  if (row === null || row.id === ownId) return ok(null)
  return taxIdTaken(taxId, row)
}

/** `owner` is unknown when someone else took it at this moment. */
const taxIdTaken = (taxId: string | null, owner?: { readonly id: number; readonly name: string }) =>
  problem('tax_id_taken', `"${owner?.name ?? 'Another party'}" already has the tax id ${taxId}.`, {
    taxId,
    party: owner?.id ?? null,
  })
