import { Button } from '@mantine/core'
import { IconSitemap, IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProcessRow } from '../../../api/contract/index.ts'
import { processesQuery } from '../../api/queries/processes.ts'
import { useMay } from '../../api/use-session.ts'
import { Page } from '../../components/page/Page.tsx'
import { QueryState } from '../../components/states/QueryState.tsx'
import { State } from '../../components/states/State.tsx'
import { StatusBadge } from '../../components/status/StatusBadge.tsx'
import { Time } from '../../components/Time.tsx'
import { type Column, DataTable } from '../../components/table/DataTable.tsx'
import { useFormat } from '../../format/use-format.ts'
import { useLocalName } from '../../i18n/use-local-name.ts'
import classes from './Processes.module.css'

export function ProcessListPage() {
  const { t } = useTranslation('processes')
  const query = useQuery(processesQuery)
  const columns = useColumns()
  const upload = useMay('process.deploy') && (
    <Button component={Link} to="/upload" leftSection={<IconUpload size={16} aria-hidden="true" />}>
      {t('upload')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={upload}>
      <div className={classes.card}>
        <QueryState query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <State
                icon={<IconSitemap size={40} stroke={1.3} />}
                title={t('empty')}
                text={t('emptyText')}
                action={upload}
              />
            ) : (
              <DataTable
                label={t('title')}
                rows={items}
                columns={columns}
                keyOf={({ processId }) => processId}
              />
            )
          }
        </QueryState>
      </div>
    </Page>
  )
}

function useColumns(): Column<ProcessRow>[] {
  const { t } = useTranslation('processes')
  const format = useFormat()
  const nameOf = useLocalName()
  return [
    {
      id: 'name',
      header: t('name'),
      cell: (process) => (
        <Link to="/processes/$processId" params={{ processId: process.processId }}>
          <bdi>{nameOf(process, process.processId)}</bdi>
        </Link>
      ),
    },
    {
      id: 'version',
      header: t('version'),
      cell: ({ version }) => format.number(version),
      numeric: true,
      wideOnly: true,
    },
    {
      id: 'running',
      header: t('running'),
      cell: ({ running }) => t('runningFact', { count: running }),
      numeric: true,
    },
    {
      id: 'incidents',
      header: t('incidents'),
      cell: ({ incidents }) =>
        incidents > 0 ? (
          <StatusBadge tone="late">{t('incidentFact', { count: incidents })}</StatusBadge>
        ) : (
          <span className={classes.quiet}>{t('incidentFact', { count: 0 })}</span>
        ),
      numeric: true,
    },
    { id: 'updated', header: t('updated'), cell: ({ updatedAt }) => <Time at={updatedAt} />, wideOnly: true },
  ]
}
