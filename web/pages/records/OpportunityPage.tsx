import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { opportunityQuery } from '../../api/queries/records.ts'
import { useMay } from '../../api/use-session.ts'
import { InstanceOffers } from '../../components/offers/InstanceOffers.tsx'
import { Page } from '../../components/page/Page.tsx'
import { Section } from '../../components/page/Section.tsx'
import { StageBadge } from '../../components/record/StageBadge.tsx'
import { QueryState } from '../../components/states/QueryState.tsx'
import { SkeletonLines } from '../../components/states/SkeletonLines.tsx'
import { TaskLinks } from '../../components/TaskLinks.tsx'
import { Timeline } from '../../components/timeline/Timeline.tsx'
import { useFormat } from '../../format/use-format.ts'
import { useWatch } from '../../live/LiveProvider.tsx'
import { opportunityRoute } from '../../routes/record-routes.ts'
import { Facts } from './Facts.tsx'
import { OpportunityItems } from './OpportunityItems.tsx'
import classes from './Records.module.css'

const InstanceDiagram = lazy(() =>
  import('../../bpmn/InstanceDiagram.tsx').then((module) => ({ default: module.InstanceDiagram })),
)

/** A deal: what is in it, who has to do what, and where it stands. All of it live. */
export function OpportunityPage() {
  const { t } = useTranslation('records')
  const format = useFormat()
  const { id } = opportunityRoute.useParams()
  const query = useQuery(opportunityQuery(id))
  const mayRead = useMay('instance.read')
  useWatch('record', `opportunity:${id}`)
  useWatch('instance', mayRead ? query.data?.instanceKey : null)
  return (
    <QueryState page query={query}>
      {(deal) => (
        <Page
          title={deal.title}
          above={<Link to="/records/opportunities">{t('opportunities.title')}</Link>}
          facts={
            <>
              <bdi>{deal.number}</bdi>
              <Link to="/records/parties/$id" params={{ id: deal.party.id }}>
                <bdi>{deal.party.name}</bdi>
              </Link>
              <StageBadge stage={deal.stage} result={deal.result} />
              <strong>{format.money(deal.total)}</strong>
            </>
          }
          actions={
            deal.instanceKey &&
            mayRead && (
              <Button component={Link} to={`/instances/${deal.instanceKey}`} variant="default">
                {t('openInstance')}
              </Button>
            )
          }
        >
          <div className={classes.columns}>
            <div>
              <Section title={t('items')} flush={deal.items.length > 0}>
                <OpportunityItems items={deal.items} total={deal.total} />
              </Section>
              {deal.instanceKey && mayRead && (
                <Section title={t('diagram')} flush>
                  <Suspense fallback={<SkeletonLines lines={6} />}>
                    <InstanceDiagram instanceKey={deal.instanceKey} />
                  </Suspense>
                </Section>
              )}
            </div>
            <div>
              <Section title={t('tasks')}>
                <TaskLinks
                  tasks={deal.tasks.filter(({ state }) => state === 'created')}
                  empty={t('noTasks')}
                />
              </Section>
              {deal.instanceKey && mayRead && <InstanceOffers instanceKey={deal.instanceKey} />}
              <Section title={t('details')}>
                <Facts
                  facts={[
                    [t('owner'), deal.owner?.name],
                    [t('contact'), deal.contact?.name],
                    [t('created'), format.date(deal.createdAt)],
                    [t('updated'), format.date(deal.updatedAt)],
                  ]}
                />
              </Section>
              <Section title={t('timeline')}>
                {deal.instanceKey && mayRead ? (
                  <Timeline instanceKey={deal.instanceKey} />
                ) : (
                  <p className={classes.quiet}>{t('noProcess')}</p>
                )}
              </Section>
            </div>
          </div>
        </Page>
      )}
    </QueryState>
  )
}
