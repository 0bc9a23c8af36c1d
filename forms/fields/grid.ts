import { fail, ok } from '../../engine/result.ts'
import type { ComponentReader } from '../schema/component-reader.ts'
import { fault } from '../submission/field-error.ts'
import type { JsonValue } from '../values/json-value.ts'
import { isSafeName } from '../values/safe-name.ts'
import type { FieldType } from './field-type.ts'

export interface GridSettings {
  readonly minRows: number
  readonly maxRows: number
  /** Rows of a new form. */
  readonly defaultRows: number
  /** False when rows can only be edited, neither added nor removed. */
  readonly canAddRemove: boolean
  /** Name of the property that identifies a row among the rows the task already has; not a column. Null for none. */
  readonly rowKey: string | null
}

/** Most rows of any grid, whatever its form says. */
export const maximumGridRows = 1_000

/** Line items: a list of rows, each with the grid's columns. The cells are read by the submission, row by row. */
export const grid: FieldType<'grid'> = {
  kind: 'grid',
  holdsValue: true,
  parse: (reader) => ({
    minRows: reader.count('properties.minRows', reader.property('minRows')) ?? 0,
    maxRows: parseMaxRows(reader),
    defaultRows: Math.min(
      reader.count('defaultRepetitions', reader.at('defaultRepetitions')) ?? 0,
      maximumGridRows,
    ),
    canAddRemove: reader.at('allowAddRemove') !== false,
    rowKey: parseRowKey(reader),
  }),
  empty: [],
  isMissing: (value) => rowCount(value) === 0,
  normalise(raw) {
    if (raw === null || raw === undefined || raw === '') return ok([])
    if (!Array.isArray(raw)) return fail(fault('not_rows'))
    return raw.length > maximumGridRows
      ? fail(fault('too_many_rows', { max: maximumGridRows, got: raw.length }))
      : ok(raw)
  },
  validate(value, { minRows, maxRows }) {
    const got = rowCount(value)
    if (got < minRows) return [fault('too_few_rows', { min: minRows, got })]
    return got > maxRows ? [fault('too_many_rows', { max: maxRows, got })] : []
  },
  display: (value, _settings, language) => new Intl.NumberFormat(language).format(rowCount(value)),
}

const rowCount = (value: JsonValue): number => (Array.isArray(value) ? value.length : 0)

const parseMaxRows = (reader: ComponentReader): number =>
  Math.min(reader.count('properties.maxRows', reader.property('maxRows')) ?? maximumGridRows, maximumGridRows)

function parseRowKey(reader: ComponentReader): string | null {
  const name = reader.property('rowKey')
  if (name === null || isSafeName(name)) return name
  reader.invalid('properties.rowKey', 'the name of the property that identifies a row, such as "id"', name)
  return null
}
