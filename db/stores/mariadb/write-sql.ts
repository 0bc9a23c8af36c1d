import type { Table } from '../../../engine/ports/rows.ts'
import type { Pool } from '../candidacies/pool.ts'
import { shapes } from '../rows/shapes.ts'
import { columnName, tableName } from '../sql/names.ts'
import type { SqlValue } from '../sql/sql-text.ts'
import { type CandidacyChanges, candidaciesSql, countsBeforeSql } from './candidacy-sql.ts'
import type { PendingWrite } from './pending-writes.ts'
import {
  filled,
  places,
  rowsOfPlaces,
  type Shape,
  type Statement,
  shapesByRows,
  statement,
} from './statement.ts'
import { updateShapes } from './update-shapes.ts'

type Of<Kind extends PendingWrite['kind']> = Extract<PendingWrite, { kind: Kind }>

/** Rows of one INSERT stay well below the server's packet size even when each holds a long text. */
const ROWS_PER_INSERT = 100

/**
 * The statements that bring the writes to the database: first what goes, then what changes, then what comes, tables and
 * keys in a fixed order, so that two lanes rarely wait for each other in a circle.
 */
export function writeSql(
  writes: readonly PendingWrite[],
  candidacies: CandidacyChanges,
  newPools: readonly Pool[],
): Statement[] {
  const sorted = [...writes].sort((a, b) => tableOrder(a) - tableOrder(b) || a.key - b.key)
  const gone = sorted.filter((write) => write.kind === 'delete' || write.kind === 'replace')
  const changed = sorted.filter((write): write is Of<'update'> => write.kind === 'update')
  const come = sorted.filter(
    (write): write is Of<'insert'> => write.kind === 'insert' || write.kind === 'replace',
  )
  return [
    ...countsBeforeSql(candidacies, newPools),
    ...byTable(gone, deleteSql),
    ...changed.map(updateSql),
    ...byTable(come, insertSql),
    ...candidaciesSql(candidacies),
  ]
}

const tableNumber = new Map(Object.keys(shapes).map((table, number) => [table, number]))
const tableOrder = (write: PendingWrite): number => tableNumber.get(write.table) ?? 0

function byTable<W extends PendingWrite>(
  writes: readonly W[],
  toSql: (table: Table, writes: W[]) => Statement[],
) {
  const tables = new Map<Table, W[]>()
  for (const write of writes) {
    const list = tables.get(write.table)
    if (list) list.push(write)
    else tables.set(write.table, [write])
  }
  return [...tables].flatMap(([table, list]) => toSql(table, list))
}

function deleteSql(table: Table, writes: readonly PendingWrite[]): Statement[] {
  const column = table === 'history' ? '`instance`' : '`key`'
  const text = `DELETE FROM ${tableName(table)} WHERE ${column} IN (${places(writes.length)})`
  return [
    statement(
      text,
      writes.map(({ key }) => key),
    ),
  ]
}

function updateSql({ table, key, changes, expected }: Of<'update'>): Statement {
  const columns = Object.keys(changes)
  const values = columns.map((column) => changes[column] ?? null)
  values.push(key)
  const { plain, checked } = updateShapes(table, columns)
  if (expected === undefined) return filled(plain, values)
  values.push(expected)
  return { ...filled(checked, values), mustMatch: key }
}

function insertSql(table: Table, writes: readonly Of<'insert'>[]): Statement[] {
  const { columns, shapeOf } = insertionOf(table)
  const statements: Statement[] = []
  for (let from = 0; from < writes.length; from += ROWS_PER_INSERT) {
    const some = writes.slice(from, from + ROWS_PER_INSERT)
    const cells: SqlValue[] = []
    for (const { row } of some) for (const column of columns) cells.push(row[column] ?? null)
    statements.push(filled(shapeOf(some.length), cells))
  }
  return statements
}

/** Columns in the order in which they are inserted. */
interface Insertion {
  readonly columns: readonly string[]
  readonly shapeOf: (rows: number) => Shape
}

const insertions = new Map<Table, Insertion>()

function insertionOf(table: Table): Insertion {
  const known = insertions.get(table)
  if (known) return known
  const columns = Object.keys(shapes[table].columns)
  const made = {
    columns,
    shapeOf: shapesByRows((rows) => insertText(table, columns, rows), columns.length),
  }
  insertions.set(table, made)
  return made
}

function insertText(table: Table, columns: readonly string[], rows: number): string {
  const names = columns.map((column) => columnName(table, column)).join(', ')
  return `INSERT INTO ${tableName(table)} (${names}) VALUES ${rowsOfPlaces(rows, columns.length)}`
}
