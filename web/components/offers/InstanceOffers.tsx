import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { offersOfQuery } from '../../api/queries/offers.ts'
import { useLocalName } from '../../i18n/use-local-name.ts'
import { Section } from '../page/Section.tsx'
import { PageError } from '../states/PageError.tsx'
import { OfferActions } from './OfferActions.tsx'
import classes from './Offers.module.css'

/** What the reader may begin in a case; nothing when there is nothing. */
export function InstanceOffers({ instanceKey }: { instanceKey: string }) {
  const { t } = useTranslation('offer')
  const nameOf = useLocalName()
  const navigate = useNavigate()
  const { data: offers = [], error, refetch } = useQuery(offersOfQuery(instanceKey))
  if (error && offers.length === 0)
    return (
      <Section title={t('card')}>
        <PageError error={error} retry={() => void refetch()} />
      </Section>
    )
  if (offers.length === 0) return null
  const openTask = (taskKey: string) => void navigate({ to: '/tasks/$taskKey', params: { taskKey } })
  return (
    <Section title={t('card')}>
      <ul className={classes.offers}>
        {offers.map((offer) => (
          <li key={offer.key} className={classes.offer}>
            <strong>
              <bdi>{nameOf(offer, offer.elementId)}</bdi>
            </strong>
            <OfferActions offer={offer} onTask={openTask} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
