import type { Condition } from '../store.ts'
import { matchesPattern } from './pattern-match.ts'
import { compareCells } from './text-order.ts'

type Cell = string | number | null

/** Whether all conditions hold. As in SQL, nothing but `null` and `not in ()` holds for a null cell. */
export function rowMatches<Row>(row: Row, where: readonly Condition<Row>[]): boolean {
  return where.every((condition) => conditionHolds(row, condition))
}

function conditionHolds<Row>(row: Row, condition: Condition<Row>): boolean {
  if ('anyOf' in condition) return condition.anyOf.some((branch) => rowMatches(row, branch))
  const cell = row[condition.column] as Cell // columns hold text, numbers and null only
  switch (condition.is) {
    case 'null':
      return cell === null
    case 'not null':
      return cell !== null
    case 'in':
      return cell !== null && condition.value.includes(cell)
    case 'not in':
      return condition.value.length === 0 || (cell !== null && !condition.value.includes(cell))
    case 'like':
      return cell !== null && matchesPattern(String(cell), condition.value)
    case 'has one of':
      return hasOneOf(cell, condition.value)
    default:
      return cell !== null && compares(compareCells(cell, condition.value), condition.is)
  }
}

/** The cell is a JSON array of ids. */
const hasOneOf = (cell: Cell, ids: readonly string[]): boolean =>
  cell !== null &&
  (JSON.parse(String(cell)) as unknown[]).some((id) => typeof id === 'string' && ids.includes(id))

function compares(order: number, is: '=' | '!=' | '<' | '<=' | '>' | '>='): boolean {
  switch (is) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}
