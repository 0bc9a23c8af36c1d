import { useTranslation } from 'react-i18next'
import type { JsonObject } from '../../../forms/index.ts'
import { useFormat } from '../../format/use-format.ts'
import classes from './grid.module.css'
import { grandTotal } from './grid-total.ts'

/** The sum of the rows, as they are typed. */
export function GridTotal({ rows }: { rows: readonly JsonObject[] }) {
  const { t } = useTranslation('form')
  const format = useFormat()
  const total = grandTotal(rows)
  if (total === null) return null
  return (
    <p className={classes.grand} aria-live="polite">
      {t('grandTotal')} <strong>{format.money(total)}</strong>
    </p>
  )
}
