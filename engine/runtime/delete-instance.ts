import type { Key } from '../key.ts'
import type { InstanceRow } from '../ports/rows.ts'
import type { StoreTransaction } from '../ports/store.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Rejection } from '../state/command.ts'
import type { CommandOptions, Refusal } from './engine.ts'
import type { Transactor } from './transactor.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** An ended instance goes with all it called and everything that is kept of them, in one transaction. [RE1] */
export function deleteInstance(
  transactor: Transactor,
  key: Key,
  { by, before, after }: CommandOptions,
): Promise<Result<number, Refusal>> {
  return transactor.run<number>(
    [key],
    by,
    async (work, tx) => {
      const allowed = before ? await before(tx) : ok({})
      if (!allowed.ok) return allowed
      const row = await tx.instance(key)
      const refused = row ? refusal(row) : unknownInstance(key)
      if (refused) return fail(refused)
      const keys = await withCalled(tx, key)
      for (const one of keys) await deleteRows(work, tx, one)
      return ok(keys.length)
    },
    async (_work, tx) => after?.(tx, { revision: 0, completed: true }),
  )
}

const unknownInstance = (key: Key): Rejection => ({
  code: 'instance_not_found',
  message: `there is no process instance ${key}`,
})

function refusal({ key, status, parent }: InstanceRow): Rejection | null {
  if (status === 'active')
    return { code: 'instance_still_active', message: `instance ${key} has not ended: cancel it first` }
  if (parent === 0) return null
  return {
    code: 'instance_has_caller',
    message: `instance ${key} was called by instance ${parent}: it is deleted with that one`,
  }
}

/** What it called has ended before it did. */
async function withCalled(tx: StoreTransaction, key: Key): Promise<Key[]> {
  const keys = [key]
  for (let from = 0; from < keys.length; ) {
    const parents = keys.slice(from, from + CHUNK)
    from += parents.length
    const called = await tx.find('instances', {
      where: [{ column: 'parent', is: 'in', value: parents }],
      columns: ['key'],
    })
    keys.push(...called.map((row) => row.key))
  }
  return keys
}

const CHUNK = 500
const TABLES = ['tasks', 'jobs', 'timers', 'subscriptions', 'incidents'] as const

async function deleteRows(work: UnitOfWork, tx: StoreTransaction, instance: Key): Promise<void> {
  for (const table of TABLES) {
    const rows = await tx.find(table, {
      where: [{ column: 'instance', is: '=', value: instance }],
      columns: ['key'],
    })
    for (const { key } of rows) work.rows.delete(table, instance, key)
  }
  tx.delete('history', instance)
  tx.delete('snapshots', instance)
  work.rows.delete('instances', instance, instance)
}
