import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type FieldContext, type FieldOf, isMoney, labelOf, tableContent } from '../../../forms/index.ts'
import { useFormat } from '../../format/use-format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import classes from '../form.module.css'

/** Rows of a variable, to read. */
export function TableField({ field, context }: { field: FieldOf<'table'>; context: FieldContext }) {
  const { t } = useTranslation('form')
  const { code } = useLanguage()
  const format = useFormat()
  const { columns, rows } = tableContent(field.settings, context)
  const text = (value: unknown): string => {
    if (isMoney(value)) return format.money(value)
    if (typeof value === 'number') return format.number(value)
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '–')
  }
  const label = labelOf(field, code, context)
  return (
    <div>
      <span className={classes.label}>{label}</span>
      {rows.length === 0 ? (
        <p className={classes.help}>{t('noRows')}</p>
      ) : (
        <Table.ScrollContainer minWidth={Math.min(columns.length * 110, 700)}>
          <Table aria-label={label} verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column) => (
                  <Table.Th key={column.key}>{labelOf(column, code, context)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows to read have no key of their own and never move
                <Table.Tr key={index}>
                  {columns.map((column) => (
                    <Table.Td key={column.key} dir="auto">
                      {text(row[column.key])}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </div>
  )
}
