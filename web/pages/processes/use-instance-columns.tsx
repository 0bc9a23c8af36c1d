import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InstanceRow } from '../../../api/contract/index.ts'
import { InstanceState } from '../../components/status/InstanceState.tsx'
import { Time } from '../../components/Time.tsx'
import type { Column } from '../../components/table/DataTable.tsx'

export function useInstanceColumns(): Column<InstanceRow>[] {
  const { t } = useTranslation('processes')
  return [
    {
      id: 'about',
      header: t('about'),
      cell: ({ key, subject }) => (
        <Link to="/instances/$instanceKey" params={{ instanceKey: key }}>
          {subject ? (
            <>
              <bdi>{subject.partyName}</bdi> · <bdi>{subject.title}</bdi>
            </>
          ) : (
            <bdi>{key}</bdi>
          )}
        </Link>
      ),
    },
    {
      id: 'state',
      header: t('state'),
      cell: ({ state, hasIncident, suspended }) => (
        <InstanceState state={state} hasIncident={hasIncident} suspended={suspended} />
      ),
    },
    {
      id: 'version',
      header: t('version'),
      cell: ({ version }) => t('versionOf', { version }),
      wideOnly: true,
    },
    { id: 'started', header: t('started'), cell: ({ startedAt }) => <Time at={startedAt} /> },
    {
      id: 'by',
      header: t('startedBy'),
      cell: ({ startedBy }) => <bdi>{startedBy?.name ?? '–'}</bdi>,
      wideOnly: true,
    },
  ]
}
