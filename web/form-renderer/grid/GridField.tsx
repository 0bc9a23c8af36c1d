import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import {
  descriptionOf,
  type FieldOf,
  type JsonObject,
  labelOf,
  newRow,
  rowContext,
  valueAt,
} from '../../../forms/index.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useFilledForm } from '../filled-form.ts'
import shared from '../form.module.css'
import { fullLabel } from '../full-label.ts'
import { GridRow } from './GridRow.tsx'
import { GridTotal } from './GridTotal.tsx'
import classes from './grid.module.css'
import { columnIsVisible } from './grid-columns.ts'
import { hasTotals, showsAmount } from './grid-total.ts'
import { useGridKeys } from './use-grid-keys.ts'

/** Line items: one row each, filled by keyboard like a spreadsheet. */
export function GridField({ field, path }: { field: FieldOf<'grid'>; path: string }) {
  const { t } = useTranslation('form')
  const { code } = useLanguage()
  const { values, states, errors, context, idOf, setValue } = useFilledForm()
  const table = useRef<HTMLTableElement>(null)
  const found = valueAt(values, field.path)
  const rows: readonly JsonObject[] = Array.isArray(found) ? found : []
  const editable = states.get(path)?.readOnly !== true
  const resizable = editable && field.settings.canAddRemove
  const add = () => setValue(path, [...rows, newRow(field, rowContext({}, rows.length, values, context))])
  const remove = (index: number) =>
    setValue(
      path,
      rows.filter((_, at) => at !== index),
    )
  const keys = useGridKeys({
    table,
    rowCount: rows.length,
    add: resizable && rows.length < field.settings.maxRows ? add : null,
    remove: resizable ? remove : null,
  })
  const columns = field.fields.filter((column) => columnIsVisible(column, path, rows.length, states))
  const totals = hasTotals(field)
  const rowTotals = totals && !showsAmount(field)
  const error = errors.get(path)
  const description = descriptionOf(field, code, context)
  const label = labelOf(field, code, context)
  return (
    <div className={classes.grid} id={idOf(path)}>
      <span className={shared.label}>
        {label}
        {states.get(path)?.required && (
          <span className={shared.required} aria-hidden="true">
            *
          </span>
        )}
      </span>
      {rows.length === 0 ? (
        <p className={classes.empty}>{t('noRows')}</p>
      ) : (
        <div className={classes.scroll}>
          <table ref={table} className={classes.table} aria-label={label} onKeyDown={keys.onKeyDown}>
            <thead>
              <tr>
                <th scope="col" className={classes.number}>
                  <span className="visually-hidden">{t('row')}</span>
                </th>
                {columns.map((column) => (
                  <th key={column.id} scope="col" data-kind={column.kind}>
                    {fullLabel(column, code, context)}
                  </th>
                ))}
                {rowTotals && (
                  <th scope="col" data-kind="money">
                    {t('total')}
                  </th>
                )}
                {resizable && (
                  <th scope="col" className={classes.actions}>
                    <span className="visually-hidden">{t('actions')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <GridRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows are addressed by their place, like their errors
                  key={index}
                  grid={field}
                  columns={columns}
                  path={path}
                  row={row}
                  index={index}
                  totals={rowTotals}
                  remove={resizable ? remove : null}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={classes.foot}>
        {resizable && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            disabled={rows.length >= field.settings.maxRows}
            onClick={keys.addRow}
          >
            {t('addRow')}
          </Button>
        )}
        {totals && <GridTotal rows={rows} />}
      </div>
      {description && <p className={shared.help}>{description}</p>}
      {error && <p className={shared.error}>{error}</p>}
    </div>
  )
}
