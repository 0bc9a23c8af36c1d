import type { Key, Rows, Table } from '../../../engine/ports/rows.ts'
import { StaleRevision } from '../../../engine/ports/store.ts'
import { NoSingleKey } from '../../../engine/ports/store-errors.ts'
import type { SqlValue } from '../sql/sql-text.ts'

/** Cells by column. */
export type Cells = Readonly<Record<string, SqlValue>>

/** What a row has become since the last flush. `replace`: deleted and inserted again. */
export type PendingWrite =
  | { readonly kind: 'insert' | 'replace'; readonly table: Table; readonly key: Key; readonly row: Cells }
  | {
      readonly kind: 'update'
      readonly table: Table
      readonly key: Key
      readonly changes: Cells
      /** Revision that the database must still have; undefined where it need not be asked. */
      readonly expected: number | undefined
    }
  | { readonly kind: 'delete'; readonly table: Table; readonly key: Key }

/**
 * Writes that wait for their round trip, at most one per row: an update of a waiting insert changes the insert. So they
 * can be sent in any order of rows, many rows in a statement.
 */
export class PendingWrites {
  #byRow = new Map<string, PendingWrite>()
  readonly #tables = new Set<Table>()

  get isEmpty(): boolean {
    return this.#byRow.size === 0
  }

  touches(table: Table): boolean {
    return this.#tables.has(table)
  }

  of(table: Table, key: Key): PendingWrite | undefined {
    return this.#byRow.get(`${table} ${key}`)
  }

  insert<T extends Table>(table: T, row: Rows[T]): void {
    const cells = row as unknown as Cells // a row's columns hold text, numbers and null only
    const write = insertOf(table, cells)
    const id = table === 'history' ? `history ${cells.instance}/${cells.seq}` : `${table} ${write.key}`
    this.#put(id, this.#byRow.get(id)?.kind === 'delete' ? { ...write, kind: 'replace' } : write)
  }

  /** @throws StaleRevision when a waiting write has already changed the revision that the caller expects */
  update(table: Table, key: Key, changes: Cells, expected: number | undefined): void {
    if (table === 'history') throw new NoSingleKey()
    const before = this.of(table, key)
    if (before?.kind === 'delete') {
      if (expected !== undefined) throw new StaleRevision(key)
      return
    }
    const known = before && revisionIn(before)
    if (expected !== undefined && known !== undefined && known !== expected) throw new StaleRevision(key)
    this.#put(`${table} ${key}`, changed(before, { kind: 'update', table, key, changes, expected }))
  }

  delete(table: Table, key: Key): void {
    if (this.of(table, key)?.kind === 'insert') this.#byRow.delete(`${table} ${key}`)
    else this.#put(`${table} ${key}`, { kind: 'delete', table, key })
  }

  /** Adds writes that came later. */
  absorb(later: PendingWrites): void {
    for (const [id, write] of later.#byRow) {
      if (write.kind === 'update') this.update(write.table, write.key, write.changes, write.expected)
      else if (write.kind === 'delete') this.delete(write.table, write.key)
      else this.#put(id, this.#byRow.get(id)?.kind === 'delete' ? { ...write, kind: 'replace' } : write)
    }
  }

  /** Hands over everything and is empty afterwards. */
  take(): PendingWrite[] {
    const writes = [...this.#byRow.values()]
    this.#byRow = new Map()
    this.#tables.clear()
    return writes
  }

  #put(id: string, write: PendingWrite): void {
    this.#byRow.set(id, write)
    this.#tables.add(write.table)
  }
}

/** The key of a row of history is its instance, which orders the writes. */
const insertOf = (table: Table, row: Cells) =>
  ({ kind: 'insert', table, key: Number(row.key ?? row.instance), row }) as const

/** The revision that a row will have after this write, where the write says so. */
export function revisionIn(write: PendingWrite): number | undefined {
  if (write.kind === 'delete') return undefined
  const { revision } = write.kind === 'update' ? write.changes : write.row
  return typeof revision === 'number' ? revision : undefined
}

function changed(
  before: PendingWrite | undefined,
  update: Extract<PendingWrite, { kind: 'update' }>,
): PendingWrite {
  if (!before || before.kind === 'delete') return update
  if (before.kind !== 'update') return { ...before, row: { ...before.row, ...update.changes } }
  const expected = before.expected ?? (revisionIn(before) === undefined ? update.expected : undefined)
  return { ...before, changes: { ...before.changes, ...update.changes }, expected }
}
