import type { Key } from '../../engine/index.ts'
import type { BatchOperationRow, InstanceRow } from '../../engine/ports/rows.ts'
import type { Condition, StoreTransaction } from '../../engine/ports/store.ts'
import type { Engine } from '../../engine/runtime/engine.ts'
import type { InstanceFilter } from '../contract/v2/instance-filter.ts'
import { instanceSearch } from '../v2/search/instance-filter.ts'
import { meant } from './batch-plan.ts'

/** Instances that are looked at in one transaction. */
const CHUNK = 500
/** All have been looked at. */
export const LOOKED_AT_ALL = Number.MAX_SAFE_INTEGER

interface Found {
  readonly instance: Key
  readonly item: Key
}

/**
 * Looks at the next instances and writes down those that are meant. Where it has come to is kept with the batch, so a
 * kill loses nothing, and another node goes on.
 */
export async function findItems(engine: Engine, batch: BatchOperationRow): Promise<void> {
  const { store } = engine
  const { rows, kept } = await nextInstances(engine, batch)
  const items = batch.kind === 'resolveIncidents' ? await incidentsOf(engine, kept) : kept.map(itself)
  const first = items.length === 0 ? 0 : await store.reserveKeys(items.length)
  await store.transact([], async (tx) => {
    if (!(await isNext(tx, batch))) return
    for (const [at, { instance, item }] of items.entries())
      tx.insert('batchItems', {
        key: first + at,
        batch: batch.key,
        instance,
        item,
        state: 'active',
        processedAt: null,
        message: '',
      })
    const total = batch.total + items.length
    const done = rows.length < CHUNK
    const lookedTo = done ? LOOKED_AT_ALL : rows.at(-1)!.key
    tx.update('batchOperations', batch.key, { total, lookedTo, ...(done ? { state: 'active' } : {}) })
  })
}

async function nextInstances(engine: Engine, batch: BatchOperationRow) {
  // Written by `createBatch` after it was read by the contract's schema.
  const { where, keep } = await instanceSearch(engine, JSON.parse(batch.filter) as InstanceFilter)
  const rows = await engine.store.find('instances', {
    where: [...where, ...canBeMeant(batch)],
    orderBy: [{ column: 'key' }],
    limit: CHUNK,
    columns: ['key', 'definition', 'status', ...(keep ? (['variables'] as const) : [])],
  })
  const kept: InstanceRow[] = []
  for (const row of rows) if (!keep || (await keep(row))) kept.push(row)
  return { rows, kept }
}

function canBeMeant({ kind, lookedTo, createdAt }: BatchOperationRow): Condition<InstanceRow>[] {
  const { status, called } = meant[kind]
  return [
    { column: 'key', is: '>', value: lookedTo },
    { column: 'startedAt', is: '<=', value: createdAt },
    { column: 'status', is: status === 'active' ? '=' : '!=', value: 'active' },
    ...(called ? [] : [{ column: 'parent', is: '=', value: 0 } as const]),
    ...(kind === 'resolveIncidents' ? [{ column: 'incidents', is: '>', value: 0 } as const] : []),
  ]
}

const itself = ({ key }: InstanceRow): Found => ({ instance: key, item: key })

async function incidentsOf({ store }: Engine, rows: readonly InstanceRow[]): Promise<Found[]> {
  if (rows.length === 0) return []
  const incidents = await store.find('incidents', {
    where: [
      { column: 'instance', is: 'in', value: rows.map(({ key }) => key) },
      { column: 'state', is: '=', value: 'ACTIVE' },
    ],
    columns: ['key', 'instance'],
  })
  return incidents.map(({ key, instance }) => ({ instance, item: key }))
}

/** Another node may have looked at them at the same time. */
async function isNext(tx: StoreTransaction, { key, lookedTo }: BatchOperationRow): Promise<boolean> {
  const [batch] = await tx.find('batchOperations', {
    where: [{ column: 'key', is: '=', value: key }],
    lock: 'skip',
  })
  return batch?.state === 'created' && batch.lookedTo === lookedTo
}
