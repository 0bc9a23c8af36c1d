import type { Key } from '../../engine/index.ts'
import type { BatchItemRow, BatchKind, BatchOperationRow } from '../../engine/ports/rows.ts'
import type { Command } from '../../engine/state/command.ts'

/** What a batch does to each of its instances, as it is kept with the batch. */
export type BatchPlan =
  | { readonly kind: 'cancel' | 'resolveIncidents' | 'deleteHistory' }
  | {
      readonly kind: 'migrate'
      readonly definition: Key
      /** Element ids, before and after. */
      readonly mapping: readonly (readonly [string, string])[]
    }
  | { readonly kind: 'modify'; readonly moves: readonly { readonly from: string; readonly to: string }[] }

/** Written by `createBatch`. */
export const planOf = ({ plan }: BatchOperationRow): BatchPlan => JSON.parse(plan) as BatchPlan

/** The command for one instance; deleting is none, and incidents have their own keys. */
export function commandOf(
  plan: Exclude<BatchPlan, { kind: 'deleteHistory' }>,
  item: BatchItemRow,
  elementInstance: Key,
): Command {
  switch (plan.kind) {
    case 'migrate':
      return { type: 'migrateInstance', definition: plan.definition, mapping: new Map(plan.mapping) }
    case 'modify':
      return { type: 'modifyInstance', instructions: plan.moves.map((move) => ({ do: 'move', ...move })) }
    case 'resolveIncidents':
      return { type: 'resolveIncident', key: elementInstance, incident: item.item }
    default:
      return { type: 'cancelInstance' }
  }
}

/** Which instances can be meant at all: a called one is canceled and deleted with its caller only. */
export const meant: Readonly<
  Record<BatchKind, { readonly status: 'active' | 'ended'; readonly called: boolean }>
> = {
  cancel: { status: 'active', called: false },
  migrate: { status: 'active', called: true },
  modify: { status: 'active', called: true },
  resolveIncidents: { status: 'active', called: true },
  deleteHistory: { status: 'ended', called: false },
}
