import type { Key } from '../key.ts'
import type { Rows, Table } from '../ports/rows.ts'
import type { StoreTransaction } from '../ports/store.ts'
import type { Change } from './engine.ts'

type AnyRow = Partial<Rows[Table]>

interface PendingRow {
  readonly table: Table
  readonly key: Key
  readonly instance: Key
  kind: Change['kind']
  values: AnyRow
  before: AnyRow | undefined
}

/** The row writes of one transaction, one per row: what is inserted and deleted within it is never written. */
export class RowChanges {
  private readonly pending = new Map<string, PendingRow>()

  insert<T extends Table>(table: T, instance: Key, row: Rows[T] & { readonly key: Key }): void {
    this.put({ table, key: row.key, instance, kind: 'inserted', values: row, before: undefined })
  }

  update<T extends Table>(
    table: T,
    instance: Key,
    key: Key,
    values: Partial<Rows[T]>,
    before?: Partial<Rows[T]>,
  ): void {
    const known = this.pending.get(id(table, key))
    if (known) known.values = { ...known.values, ...values }
    else this.put({ table, key, instance, kind: 'updated', values, before })
  }

  delete<T extends Table>(table: T, instance: Key, key: Key, before?: Partial<Rows[T]>): void {
    if (this.pending.get(id(table, key))?.kind === 'inserted') this.pending.delete(id(table, key))
    else this.put({ table, key, instance, kind: 'deleted', values: {}, before })
  }

  /** Rows of a table that this transaction will insert. */
  inserted<T extends Table>(table: T): Rows[T][] {
    const mine = [...this.pending.values()].filter((row) => row.table === table && row.kind === 'inserted')
    return mine.map(({ values }) => values as Rows[T]) // put in whole by `insert`
  }

  writeTo(tx: StoreTransaction): void {
    for (const { table, key, kind, values } of this.pending.values()) {
      if (kind === 'inserted')
        tx.insert(table, values as Rows[Table]) // put in whole by `insert`
      else if (kind === 'updated') tx.update(table, key, values)
      else tx.delete(table, key)
    }
  }

  changes(): Change[] {
    return [...this.pending.values()].map(({ table, key, kind, instance, values, before }) =>
      before
        ? { table, key, kind, instance, before, after: values }
        : { table, key, kind, instance, after: values },
    )
  }

  private put(row: PendingRow): void {
    this.pending.set(id(row.table, row.key), row)
  }
}

const id = (table: Table, key: Key): string => `${table} ${key}`
