import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Values } from '../../../api/contract/index.ts'
import { type Field, type FieldOf, type JsonObject, rowContext } from '../../../forms/index.ts'
import { useFormat } from '../../format/use-format.ts'
import { useFilledForm } from '../filled-form.ts'
import { broughtValues } from './brought-values.ts'
import { GridCell } from './GridCell.tsx'
import classes from './grid.module.css'
import { cellPath } from './grid-columns.ts'
import { rowTotal } from './grid-total.ts'

interface GridRowProps {
  readonly grid: FieldOf<'grid'>
  readonly columns: readonly Field[]
  readonly path: string
  readonly row: JsonObject
  readonly index: number
  readonly totals: boolean
  readonly remove: ((index: number) => void) | null
}

export function GridRow({ grid, columns, path, row, index, totals, remove }: GridRowProps) {
  const { t } = useTranslation('form')
  const format = useFormat()
  const { values, states, context: outer, setValue } = useFilledForm()
  const context = rowContext(row, index, values, outer)
  const total = totals ? rowTotal(row) : null
  const bring = (extra: Values) => {
    for (const { column, value } of broughtValues(grid.fields, extra, context)) {
      const cell = cellPath(column, path, index)
      if (states.get(cell)?.readOnly !== true) setValue(cell, value)
    }
  }
  return (
    <tr>
      <th scope="row" className={classes.number}>
        {format.number(index + 1)}
      </th>
      {columns.map((column, place) => (
        <GridCell
          key={column.id}
          column={column}
          path={cellPath(column, path, index)}
          row={row}
          index={index}
          place={place}
          context={context}
          bring={bring}
        />
      ))}
      {totals && (
        <td data-kind="money" className={classes.total} data-label={t('total')}>
          {total === null ? '–' : format.money(total)}
        </td>
      )}
      {remove && (
        <td className={classes.actions}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('removeRow', { row: index + 1 })}
            onClick={() => remove(index)}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </td>
      )}
    </tr>
  )
}
