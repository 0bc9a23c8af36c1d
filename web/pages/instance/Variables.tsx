import { useTranslation } from 'react-i18next'
import type { Values } from '../../../api/contract/index.ts'
import { DataTable } from '../../components/table/DataTable.tsx'
import classes from './Instance.module.css'

/** What the instance knows, as it is stored. */
export function Variables({ variables }: { variables: Values }) {
  const { t } = useTranslation('instance')
  const rows = Object.entries(variables).sort(([a], [b]) => a.localeCompare(b))
  if (rows.length === 0) return <p className={`${classes.quiet} ${classes.padded}`}>{t('noVariables')}</p>
  return (
    <DataTable
      label={t('variables')}
      rows={rows}
      keyOf={([name]) => name}
      columns={[
        { id: 'name', header: t('variable'), cell: ([name]) => <bdi>{name}</bdi> },
        {
          id: 'value',
          header: t('value'),
          cell: ([, value]) => (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a long value scrolls, by keyboard too
            <pre className={classes.value} dir="ltr" tabIndex={0}>
              {JSON.stringify(value, null, 2)}
            </pre>
          ),
        },
      ]}
    />
  )
}
