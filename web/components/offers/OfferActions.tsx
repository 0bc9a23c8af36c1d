import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Offer } from '../../../api/contract/index.ts'
import { useLocalName } from '../../i18n/use-local-name.ts'
import { FinishOffer } from './FinishOffer.tsx'
import classes from './Offers.module.css'
import { useOfferActions } from './use-offer-actions.ts'

interface OfferActionsProps {
  readonly offer: Offer
  readonly onTask: (taskKey: string) => void
}

/** A button for each activity that may be begun, and one to say that the work is done. */
export function OfferActions({ offer, onTask }: OfferActionsProps) {
  const { t } = useTranslation('offer')
  const nameOf = useLocalName()
  const { begin, finish } = useOfferActions(offer, onTask)
  const waits = offer.activities.every(({ now }) => !now)
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons of a choice, not fields of a form */}
      <div
        role="group"
        aria-label={t('what', { name: nameOf(offer, offer.elementId) })}
        className={classes.actions}
      >
        {offer.activities.map((activity) => (
          <Button
            key={activity.elementId}
            size="compact-sm"
            variant="default"
            disabled={!activity.now}
            loading={begin.isPending && begin.variables.elementId === activity.elementId}
            onClick={() => begin.mutate(activity)}
          >
            <bdi>{nameOf(activity, activity.elementId)}</bdi>
          </Button>
        ))}
        {offer.finish && <FinishOffer offer={offer} finish={finish} />}
      </div>
      {(offer.active > 0 || waits) && (
        <p className={classes.note}>
          {t('underWay', { count: offer.active })}
          {waits && <> · {t('wait')}</>}
        </p>
      )}
    </>
  )
}
