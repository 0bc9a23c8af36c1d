import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { opportunitiesQuery, partyQuery } from '../../api/queries/records.ts'
import { Page } from '../../components/page/Page.tsx'
import { Section } from '../../components/page/Section.tsx'
import { StageBadge } from '../../components/record/StageBadge.tsx'
import { QueryState } from '../../components/states/QueryState.tsx'
import { DataTable } from '../../components/table/DataTable.tsx'
import { ListFoot } from '../../components/table/ListFoot.tsx'
import { useFormat } from '../../format/use-format.ts'
import { partyRoute } from '../../routes/record-routes.ts'
import { Contacts } from './Contacts.tsx'
import { Facts } from './Facts.tsx'
import { useKindName } from './use-kind-name.ts'

export function PartyPage() {
  const { t } = useTranslation('records')
  const { id } = partyRoute.useParams()
  const query = useQuery(partyQuery(id))
  const kindName = useKindName()
  return (
    <QueryState page query={query}>
      {(party) => (
        <Page
          title={party.name}
          above={<Link to="/records/parties">{t('parties.title')}</Link>}
          facts={<span>{party.kinds.map(kindName).join(' · ')}</span>}
        >
          <Section title={t('details')}>
            <Facts
              facts={[
                [t('industry'), party.industry],
                [t('region'), party.region],
                [t('taxId'), party.taxId],
                [t('responsible'), party.responsible?.name],
              ]}
            />
          </Section>
          <Section title={t('contacts')} flush={party.contacts.length > 0}>
            <Contacts contacts={party.contacts} />
          </Section>
          <Deals party={id} />
        </Page>
      )}
    </QueryState>
  )
}

function Deals({ party }: { party: string }) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const list = useInfiniteQuery(opportunitiesQuery({ party }))
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  if (rows.length === 0) return null
  return (
    <Section title={t('opportunities.title')} flush>
      <DataTable
        label={t('opportunities.title')}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            id: 'title',
            header: t('subject'),
            cell: ({ id, title }) => (
              <Link to="/records/opportunities/$id" params={{ id }}>
                <bdi>{title}</bdi>
              </Link>
            ),
          },
          {
            id: 'stage',
            header: t('stage'),
            cell: ({ stage, result }) => <StageBadge stage={stage} result={result} />,
          },
          { id: 'total', header: t('total'), cell: ({ total }) => format.money(total), numeric: true },
        ]}
      />
      <ListFoot shown={rows.length} total={list.data?.pages[0]?.total ?? rows.length} query={list} />
    </Section>
  )
}
