import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxView } from '../../../api/contract/index.ts'
import type { InboxFilter } from '../../api/queries/inbox.ts'
import { offersQuery } from '../../api/queries/offers.ts'
import { SkeletonLines } from '../../components/states/SkeletonLines.tsx'
import classes from './InboxOffers.module.css'
import { OFFERS_AT_FIRST } from './use-offered.ts'

const OfferRows = lazy(() => import('./OfferRows.tsx').then((module) => ({ default: module.OfferRows })))

const MOST = 200

interface InboxOffersProps {
  readonly view: InboxView
  readonly filter: InboxFilter
  /** No tasks stand below them. */
  readonly alone: boolean
}

/** Cases in which the person may choose what is done next, above the tasks. Nothing when there are none. */
export function InboxOffers({ view, filter, alone }: InboxOffersProps) {
  const { t } = useTranslation(['inbox', 'offer'])
  const [limit, setLimit] = useState(OFFERS_AT_FIRST)
  const { data } = useQuery(offersQuery(limit))
  if (data === undefined || data.items.length === 0) return null
  const { items, total } = data
  return (
    <section className={classes.offers} data-alone={alone} aria-label={t('offer:title')}>
      <h2 className={classes.title}>{t('offer:title')}</h2>
      <Suspense fallback={<SkeletonLines lines={3} />}>
        <OfferRows offers={items} view={view} filter={filter} />
      </Suspense>
      {total > items.length && (
        <div className={classes.more}>
          <span>{t('shown', { shown: items.length, total })}</span>
          {limit < MOST && (
            <Button variant="default" size="compact-sm" onClick={() => setLimit(MOST)}>
              {t('more')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
