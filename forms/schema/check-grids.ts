import type { Field, FieldOf } from './form.ts'
import type { ParsedSchema } from './parsed-schema.ts'
import { valueFields } from './value-fields.ts'

/** Reports grids whose read-only cells could end up in another row, and row keys that are columns too. */
export function checkGrids(fields: readonly Field[], schema: ParsedSchema): void {
  for (const field of valueFields(fields)) if (field.kind === 'grid') checkGrid(field, schema)
}

function checkGrid(grid: FieldOf<'grid'>, schema: ParsedSchema): void {
  const { rowKey, canAddRemove } = grid.settings
  const columns = valueFields(grid.fields)
  const fixedCells = columns.some((column) => column.rules.readOnly !== false)
  if (fixedCells && canAddRemove && rowKey === null && grid.rules.readOnly !== true)
    schema.report(
      'row_key_missing',
      grid.name,
      'Expected properties.rowKey, since the grid has read-only columns and rows that can be added or removed.',
      'Name the property that identifies a row, such as "id", or set allowAddRemove to false.',
    )
  if (rowKey !== null && columns.some((column) => column.path[0] === rowKey))
    schema.report(
      'row_key_is_column',
      grid.name,
      `Expected a row key that nobody edits, got the column "${rowKey}".`,
      'Remove the column or use another property as row key.',
    )
}
