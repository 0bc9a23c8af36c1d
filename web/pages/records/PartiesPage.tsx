import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { partiesQuery } from '../../api/queries/records.ts'
import { partiesRoute } from '../../routes/record-routes.ts'
import { RecordList } from './RecordList.tsx'
import { useKindName } from './use-kind-name.ts'

export function PartiesPage() {
  const { t } = useTranslation('records')
  const filter = partiesRoute.useSearch()
  const navigate = useNavigate({ from: '/records/parties' })
  const kindName = useKindName()
  return (
    <RecordList
      kind="parties"
      list={useInfiniteQuery(partiesQuery({ search: filter.search }))}
      search={filter.search}
      setSearch={(search) => void navigate({ search: { search }, replace: true })}
      filtered={Boolean(filter.search)}
      showAll={() => void navigate({ search: {} })}
      columns={[
        {
          id: 'name',
          header: t('name'),
          cell: ({ id, name }) => (
            <Link to="/records/parties/$id" params={{ id }}>
              <bdi>{name}</bdi>
            </Link>
          ),
        },
        { id: 'kinds', header: t('kinds'), cell: ({ kinds }) => kinds.map(kindName).join(' · ') },
        {
          id: 'industry',
          header: t('industry'),
          cell: ({ industry }) => <bdi>{industry ?? '–'}</bdi>,
          wideOnly: true,
        },
        { id: 'region', header: t('region'), cell: ({ region }) => <bdi>{region ?? '–'}</bdi> },
        {
          id: 'responsible',
          header: t('responsible'),
          cell: ({ responsible }) => <bdi>{responsible?.name ?? '–'}</bdi>,
          wideOnly: true,
        },
      ]}
    />
  )
}
