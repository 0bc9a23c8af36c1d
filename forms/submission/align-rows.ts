import type { FieldOf } from '../schema/form.ts'
import { own } from '../values/json-value.ts'
import { rowPrefix } from '../values/value-path.ts'
import { type FieldError, fault } from './field-error.ts'

export interface AlignedRows {
  /** For each submitted row the row the task has, null for a new one. */
  readonly origins: readonly unknown[]
  readonly errors: readonly FieldError[]
}

/**
 * Finds for each submitted row the row it came from: by row key, or by position in a grid whose rows are fixed. Without
 * either every row is new, and such grids have no read-only columns (see check-grids).
 */
export function alignRows(
  grid: FieldOf<'grid'>,
  path: string,
  submitted: readonly unknown[],
  current: readonly unknown[],
): AlignedRows {
  const { canAddRemove, rowKey } = grid.settings
  const fixed: FieldError[] =
    canAddRemove || submitted.length === current.length
      ? []
      : [{ path, ...fault('rows_fixed', { expected: current.length, got: submitted.length }) }]
  if (rowKey !== null) {
    const aligned = alignByKey(rowKey, path, submitted, current, canAddRemove)
    return { ...aligned, errors: [...fixed, ...aligned.errors] }
  }
  const origins = submitted.map((_, index) => (canAddRemove ? null : (current[index] ?? null)))
  return { origins, errors: fixed }
}

function alignByKey(
  rowKey: string,
  path: string,
  submitted: readonly unknown[],
  current: readonly unknown[],
  canAdd: boolean,
): AlignedRows {
  const byKey = new Map(current.map((row) => [own(row, rowKey), row]))
  const taken = new Set<unknown>()
  const errors: FieldError[] = []
  const origins = submitted.map((row, index) => {
    const key = own(row, rowKey) ?? null
    if (canAdd && (key === null || key === '')) return null
    const at = `${rowPrefix(path, index)}${rowKey}`
    if (!isKey(key) || !byKey.has(key)) errors.push({ path: at, ...fault('unknown_row') })
    else if (taken.has(key)) errors.push({ path: at, ...fault('duplicate_row') })
    taken.add(key)
    return byKey.get(key) ?? null
  })
  return { origins, errors }
}

const isKey = (key: unknown): boolean => typeof key === 'string' || typeof key === 'number'
