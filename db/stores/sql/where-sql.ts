import type { Rows, Table } from '../../../engine/ports/rows.ts'
import type { Condition } from '../../../engine/ports/store.ts'
import type { Dialect } from '../../connection/open-database.ts'
import { candidateOf } from '../candidacies/candidates.ts'
import { columnName } from './names.ts'
import { patternFor } from './pattern.ts'
import { joined, marks, type SqlText, sql } from './sql-text.ts'

/** Where a condition stands: what it may rely on. */
interface Place<T extends Table> {
  readonly dialect: Dialect
  readonly table: T
  /** Every row that matters here is an open task, so the index of candidates is complete for them. */
  readonly openTasks: boolean
}

/** Conditions that must all hold, as the text after WHERE. */
export function whereSql<T extends Table>(
  dialect: Dialect,
  table: T,
  where: readonly Condition<Rows[T]>[],
): SqlText {
  return allOf({ dialect, table, openTasks: false }, where)
}

function allOf<T extends Table>(outer: Place<T>, where: readonly Condition<Rows[T]>[]): SqlText {
  const place = {
    ...outer,
    openTasks: outer.openTasks || (outer.table === 'tasks' && where.some(asksForOpenTasks)),
  }
  return joined(
    where.map((condition) => conditionSql(place, condition)),
    ' AND ',
    '1 = 1',
  )
}

const asksForOpenTasks = <Row>(condition: Condition<Row>): boolean =>
  'column' in condition &&
  condition.column === 'state' &&
  condition.is === '=' &&
  condition.value === 'CREATED'

function conditionSql<T extends Table>(place: Place<T>, condition: Condition<Rows[T]>): SqlText {
  if ('anyOf' in condition) {
    const branches = condition.anyOf.map((branch) => allOf(place, branch))
    return joined(branches, ' OR ', '1 = 0')
  }
  const column = columnName(place.table, condition.column)
  switch (condition.is) {
    case 'null':
      return sql(`${column} IS NULL`)
    case 'not null':
      return sql(`${column} IS NOT NULL`)
    case 'in':
    case 'not in':
      return listSql(column, condition.is, condition.value)
    case 'like':
      return likeSql(place.dialect, column, condition.value)
    case 'has one of':
      return hasOneOfSql(place, condition.column, condition.value)
    default:
      return sql(`${column} ${condition.is} ?`, [condition.value])
  }
}

function listSql(column: string, is: 'in' | 'not in', values: readonly (string | number)[]): SqlText {
  // MariaDB has no empty list.
  if (values.length === 0) return sql(is === 'in' ? '1 = 0' : '1 = 1')
  return sql(`${column} ${is === 'in' ? 'IN' : 'NOT IN'} (${marks(values.length)})`, values)
}

const likeSql = (dialect: Dialect, column: string, pattern: string): SqlText =>
  sql(`${column} ${dialect === 'sqlite' ? 'GLOB' : 'LIKE'} ?`, [patternFor(dialect, pattern)])

function hasOneOfSql(place: Place<Table>, column: string, ids: readonly string[]): SqlText {
  if (ids.length === 0) return sql('1 = 0')
  const name = columnName(place.table, column)
  if (place.openTasks && (column === 'candidateGroups' || column === 'candidateUsers'))
    return sql(
      `\`key\` IN (SELECT task FROM task_candidacies WHERE candidate IN (${marks(ids.length)}))`,
      ids.map((id) => candidateOf(column, id)),
    )
  if (place.dialect === 'sqlite')
    return sql(`EXISTS (SELECT 1 FROM json_each(${name}) WHERE value IN (${marks(ids.length)}))`, ids)
  return sql(`JSON_OVERLAPS(${name}, ?)`, [JSON.stringify(ids)])
}
