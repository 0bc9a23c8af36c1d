import { Button, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OpportunityRow } from '../../../api/contract/index.ts'
import { processesQuery } from '../../api/queries/processes.ts'
import { opportunitiesQuery, type RecordFilter } from '../../api/queries/records.ts'
import { useMay } from '../../api/use-session.ts'
import { StageBadge } from '../../components/record/StageBadge.tsx'
import { useStageName } from '../../components/record/use-stage-name.ts'
import { Time } from '../../components/Time.tsx'
import type { Column } from '../../components/table/DataTable.tsx'
import { useFormat } from '../../format/use-format.ts'
import { opportunitiesRoute } from '../../routes/record-routes.ts'
import { RecordList } from './RecordList.tsx'

/** Stages that a deal can be looked for by; the whole way is longer. */
const stages = [
  'draft',
  'approval',
  'approved',
  'quoted',
  'ordered',
  'delivered',
  'closed',
  'lost',
  'cancelled',
]

export function OpportunitiesPage() {
  const { t } = useTranslation('records')
  const filter = opportunitiesRoute.useSearch()
  const navigate = useNavigate({ from: '/records/opportunities' })
  const stageName = useStageName()
  const change = (changes: RecordFilter) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true })
  return (
    <RecordList
      kind="opportunities"
      list={useInfiniteQuery(opportunitiesQuery(filter))}
      columns={useColumns()}
      search={filter.search}
      setSearch={(search) => change({ search })}
      filtered={Boolean(filter.search || filter.stage || filter.owner)}
      showAll={() => void navigate({ search: {} })}
      filters={
        <Select
          aria-label={t('stage')}
          placeholder={t('allStages')}
          data={stages.map((stage) => ({ value: stage, label: stageName(stage) }))}
          value={filter.stage ?? null}
          onChange={(stage) => change({ stage: stage ?? undefined })}
          clearable
          w={180}
        />
      }
      actions={<NewOpportunity />}
    />
  )
}

function NewOpportunity() {
  const { t } = useTranslation('records')
  const mayStart = useMay('process.start')
  const { data } = useQuery({ ...processesQuery, enabled: mayStart })
  if (!data?.items.some(({ processId, startable }) => processId === 'opportunity' && startable)) return null
  return (
    <Button component={Link} to="/start/opportunity" leftSection={<IconPlus size={16} aria-hidden="true" />}>
      {t('opportunities.new')}
    </Button>
  )
}

function useColumns(): Column<OpportunityRow>[] {
  const { t } = useTranslation('records')
  const format = useFormat()
  return [
    {
      id: 'title',
      header: t('subject'),
      cell: ({ id, title }) => (
        <Link to="/records/opportunities/$id" params={{ id }}>
          <bdi>{title}</bdi>
        </Link>
      ),
    },
    { id: 'number', header: t('number'), cell: ({ number }) => <bdi>{number}</bdi>, wideOnly: true },
    { id: 'party', header: t('party'), cell: ({ party }) => <bdi>{party.name}</bdi> },
    {
      id: 'stage',
      header: t('stage'),
      cell: ({ stage, result }) => <StageBadge stage={stage} result={result} />,
    },
    { id: 'owner', header: t('owner'), cell: ({ owner }) => <bdi>{owner?.name ?? '–'}</bdi>, wideOnly: true },
    { id: 'total', header: t('total'), cell: ({ total }) => format.money(total), numeric: true },
    { id: 'updated', header: t('updated'), cell: ({ updatedAt }) => <Time at={updatedAt} />, wideOnly: true },
  ]
}
