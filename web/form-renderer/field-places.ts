import {
  type Field,
  type FieldContext,
  type FieldOf,
  type Form,
  labelOf,
  pathText,
  valueFields,
} from '../../forms/index.ts'

/** Where an error belongs. `row` counts from 0; `field` is null for what is no field of the form. */
export interface FieldPlace {
  readonly field: Field | null
  readonly grid: FieldOf<'grid'> | null
  readonly row: number | null
}

const inGrid = /^(.+?)\[(\d+)\](?:\.(.+))?$/

/** The field that a path such as `items[2].quantity` leads to. */
export function placeOf(form: Form, path: string): FieldPlace {
  const [, gridPath, row, cell] = inGrid.exec(path) ?? []
  if (gridPath === undefined) return { field: fieldAt(form.fields, path), grid: null, row: null }
  const grid = fieldAt(form.fields, gridPath)
  if (grid?.kind !== 'grid') return { field: null, grid: null, row: null }
  const field = cell === undefined ? grid : (fieldAt(grid.fields, cell) ?? grid)
  return { field, grid, row: Number(row) }
}

const fieldAt = (fields: readonly Field[], path: string): Field | null =>
  valueFields(fields).find((field) => pathText('', field.path) === path) ?? null

/** How the place is called: "Quantity", or "Items 3: Quantity". */
export function placeName(
  { field, grid, row }: FieldPlace,
  language: string,
  context: FieldContext,
  number: (value: number) => string,
): string {
  if (field === null) return ''
  const label = labelOf(field, language, context)
  if (grid === null || row === null) return label
  const place = `${labelOf(grid, language, context)} ${number(row + 1)}`
  return field === grid ? place : `${place}: ${label}`
}
