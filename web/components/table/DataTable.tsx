import { type ReactNode, useRef } from 'react'
import { moveInList } from '../move-in-list.ts'
import classes from './DataTable.module.css'

export interface Column<Row> {
  readonly id: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers and amounts stand at the end of their column. */
  readonly numeric?: boolean
  /** Left out on a narrow screen. */
  readonly wideOnly?: boolean
}

interface DataTableProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
}

/**
 * Rows under a sticky header. The link in a row's first cell covers the whole row, so that it opens in a new tab like
 * any link; arrows, J and K go from row to row.
 */
export function DataTable<Row>({ label, rows, columns, keyOf }: DataTableProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null)
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ id, header, numeric, wideOnly }) => (
            <th key={id} scope="col" data-numeric={numeric} data-wide={wideOnly}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={(event) => moveInList(event, body.current)}>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ id, header, cell, numeric, wideOnly }) => (
              <td key={id} data-numeric={numeric} data-wide={wideOnly} data-label={header}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
