import type { Field } from '../../forms/index.ts'

/** Columns of a form-js row. */
const width = 16

export interface PlacedField {
  readonly field: Field
  /** Of 16. */
  readonly columns: number
}

/** Neighbouring fields with the same row stand side by side; those without a width share what is left. */
export function fieldRows(fields: readonly Field[]): PlacedField[][] {
  const rows: Field[][] = []
  for (const field of fields) {
    const last = rows.at(-1)
    if (last && field.row !== null && last[0]?.row === field.row) last.push(field)
    else rows.push([field])
  }
  return rows.map(placed)
}

function placed(row: readonly Field[]): PlacedField[] {
  const taken = row.reduce((sum, { columns }) => sum + (columns ?? 0), 0)
  const open = row.filter(({ columns }) => columns === null).length
  const share = Math.max(2, Math.floor((width - taken) / Math.max(open, 1)))
  return row.map((field) => ({ field, columns: Math.min(field.columns ?? share, width) }))
}
