import { ok } from '../../../engine/result.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { searchable } from '../search/fold.ts'
import { notFound, staleVersion, updateRecord } from '../write-record.ts'
import { getOpportunity, type Opportunity, type OpportunityItem } from './opportunity.ts'
import { saveItems } from './save-items.ts'
import { resultOf, stageOf } from './stage-of.ts'
import { totalsOf } from './totals.ts'

/**
 * The deal to change. A person's change gives the `version` that they saw; a process that holds the token leaves it out
 * and changes what is there now.
 */
export interface OpportunityTarget {
  readonly id: number
  readonly version?: number
}

/** What an edit makes of a deal. What follows from the items (stage, result, totals) is not in it. */
export interface OpportunityEdit {
  /** For the audit log: `submit-for-approval`. */
  readonly action: string
  /** All items from now on; id 0 is a new one, an absent one is deleted. Left out: as they were. */
  readonly items?: readonly OpportunityItem[]
  readonly head?: Partial<
    Pick<Opportunity, 'title' | 'contactId' | 'ownerId' | 'unitId' | 'instanceKey' | 'lostReasonId'>
  >
  /** Ends the deal with the result that its items give. */
  readonly close?: boolean
}

/**
 * The only way to change a deal: read with a lock, edited by a pure function, and written as a whole under its version.
 * Answers the deal as it is now. Fails as the edit does, or with `record_not_found`, `stale_version`,
 * `opportunity_closed`, `amount_too_large`.
 */
export async function changeOpportunity(
  change: Change,
  target: OpportunityTarget,
  edit: (opportunity: Opportunity) => Outcome<OpportunityEdit>,
): Promise<Outcome<Opportunity>> {
  const before = await getOpportunity(change, target.id, { lock: true })
  if (before === null) return notFound('opportunities', target.id)
  if (target.version !== undefined && target.version !== before.version)
    return staleVersion('opportunities', target.id, target.version, before)
  if (before.closedAt !== null)
    return problem(
      'opportunity_closed',
      `${before.number} is closed as ${before.result}: it can't be changed.`,
      {
        id: before.id,
        result: before.result,
      },
    )
  const edited = edit(before)
  return edited.ok ? save(change, before, edited.value) : edited
}

async function save(
  change: Change,
  before: Opportunity,
  edit: OpportunityEdit,
): Promise<Outcome<Opportunity>> {
  const { action, items = before.items, head = {}, close = false } = edit
  const derived = derive(change, before, items, close)
  if (!derived.ok) return derived
  const values = { ...head, ...derived.value, ...searchable(head.title ?? before.title, before.number) }
  const details = { items: items.filter((item) => !before.items.includes(item)).map(auditedItem) }
  const updated = await updateRecord(change, modelsOf(change.sequelize).opportunity, before, values, {
    action,
    details,
  })
  if (!updated.ok) return updated
  await saveItems(change, before, items)
  const after = await getOpportunity(change, before.id)
  return after === null ? notFound('opportunities', before.id) : ok(after)
}

/** Stage, result and totals follow from the items, in the same write. */
function derive(change: Change, before: Opportunity, items: readonly OpportunityItem[], close: boolean) {
  const totals = totalsOf(items, before.currency)
  if (!totals.ok) return totals
  const stage = stageOf(items)
  const stageSince = stage === before.stage ? before.stageSince : change.now
  const end = close ? { result: items.length === 0 ? 'lost' : resultOf(items), closedAt: change.now } : {}
  return ok({ ...totals.value, stage, stageSince, ...end })
}

const auditedItem = ({
  id,
  position,
  status,
  quantity,
  price,
  discount,
  lostReasonId,
  productId,
}: OpportunityItem) => ({
  id,
  position,
  status,
  productId,
  quantity,
  price,
  discount,
  lostReasonId,
})
