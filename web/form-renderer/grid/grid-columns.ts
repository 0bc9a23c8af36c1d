import { type Field, type FieldStates, pathText } from '../../../forms/index.ts'

/** The path of a cell: `items[2].quantity`. */
export const cellPath = (column: Field, gridPath: string, row: number): string =>
  pathText(`${gridPath}[${row}].`, column.path)

/** A column is shown when at least one of its cells is. */
export const columnIsVisible = (
  column: Field,
  gridPath: string,
  rowCount: number,
  states: FieldStates,
): boolean =>
  Array.from(
    { length: rowCount },
    (_, row) => states.get(cellPath(column, gridPath, row))?.visible !== false,
  ).includes(true)
